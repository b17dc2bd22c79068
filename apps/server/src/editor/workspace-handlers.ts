import { workspaceRoutes } from '@cairn/contract'
import { authLogin, authMe, authSignup, userTable } from '@cairn/statements'
import type { SourceObject, WorkspaceFile } from '@cairn/workspace'
import { baseUrl, branchAddress } from './base-url.ts'
import { describeObject } from './describe-object.ts'
import type { Handlers } from './handlers.ts'
import { demandTests, refusedText } from './publish-gate.ts'

type Named = keyof typeof workspaceRoutes

const GROUP = 'Authentication'

/** What "choose a login method" starts a workspace with. */
const loginFiles = (): WorkspaceFile[] => [
  { path: 'table/user.xs', text: userTable() },
  { path: 'api/authentication/api_group.xs', text: `api_group "${GROUP}" {\n}\n` },
  { path: 'api/authentication/signup.xs', text: authSignup() },
  { path: 'api/authentication/login.xs', text: authLogin() },
  { path: 'api/authentication/me.xs', text: authMe() },
]

const shown = ({ id, branch, kind, name, draft, published, version, edition }: SourceObject) => ({
  id,
  branch,
  kind,
  name,
  draft,
  published,
  version,
  edition,
})

export const workspaceHandlers: Pick<Handlers, Named> = {
  async createWorkspace({ store, serving }, { input }, { user }) {
    const workspace = await store.createWorkspace({ name: input.name, owner: user.id })
    const files = { blank: [], login: loginFiles(), files: input.files }[input.start]
    const report = await store.importFolder(workspace.id, files, { author: user.id })
    await serving.caughtUp(workspace.id)
    const { created, drafts, diagnostics } = report
    return { id: workspace.id, created: created.length, drafts: drafts.length, diagnostics }
  },

  async objects({ store }, { input }) {
    const objects = await store.listObjects(input.workspace, input.branch)
    return { objects: objects.map(describeObject) }
  },

  async groups({ store }, { input: { workspace, branch }, origin }) {
    const [groups, address] = await Promise.all([
      store.groups(workspace, branch),
      branchAddress(store, workspace, branch),
    ])
    return { groups: groups.map((group) => ({ ...group, url: baseUrl(origin, group.canonical, address) })) }
  },

  object: async ({ store }, { input }) => shown(await store.object(input.workspace, input.object)),

  async createObject(world, { input }, { user }) {
    const { store, serving } = world
    const { workspace, source } = input
    const made = await store.createObject(workspace, source, input.branch)
    if (!input.publish) return shown(made)
    // It stays the draft it is.
    if ((await refusedText(world, workspace, { object: made.id, source, branch: made.branch })) !== null)
      return shown(made)
    const answer = await store.publish({ objectId: made.id, expectedEdition: made.edition, author: user.id })
    if (answer.published) await serving.caughtUp(input.workspace, made.branch)
    return shown(answer.published ? answer.object : made)
  },

  async saveDraft({ store }, { input }) {
    const { id: objectId } = await store.object(input.workspace, input.object)
    const { source, expectedEdition } = input
    return shown(await store.saveDraft({ objectId, source, expectedEdition }))
  },

  async publishObject(world, { input }, { user }) {
    const { store, serving } = world
    const { id: objectId, draft, edition, branch } = await store.object(input.workspace, input.object)
    const { expectedEdition, note } = input
    // Another edition than the one that is tested is not published: see `publish`.
    if (draft !== null && edition === expectedEdition) {
      await demandTests(world, input.workspace, { object: objectId, source: draft, branch })
    }
    const answer = await store.publish({ objectId, expectedEdition, note, author: user.id })
    if (answer.published) await serving.caughtUp(input.workspace, branch)
    return {
      published: answer.published,
      edition: answer.published ? answer.object.edition : edition,
      diagnostics: answer.diagnostics,
    }
  },

  async versions({ store }, { input }) {
    const { id } = await store.object(input.workspace, input.object)
    const versions = await store.versions(id)
    return { versions: versions.map((version) => ({ ...version, createdAt: version.createdAt.toISOString() })) }
  },
}
