import type { workspaceRoutes } from '@cairn/contract'
import { authLogin, authMe, authSignup, userTable } from '@cairn/statements'
import type { WorkspaceFile } from '@cairn/workspace'
import { done, type Handlers } from '../editor-world.ts'
import { Refusal } from '../refusal.ts'

/** A user table with authentication and the three endpoints that go with it. */
const jumpstart = (): WorkspaceFile[] => [
  { path: 'tables/user.xs', text: userTable() },
  { path: 'apis/authentication/api_group.xs', text: 'api_group Authentication {\n}\n' },
  { path: 'apis/authentication/signup.xs', text: authSignup() },
  { path: 'apis/authentication/login.xs', text: authLogin() },
  { path: 'apis/authentication/me.xs', text: authMe() },
]

export const workspaceHandlers: Pick<Handlers, keyof typeof workspaceRoutes> = {
  async workspaces({ store }, { origin }, { user }) {
    const [workspaces, roles] = await Promise.all([
      store.listWorkspaces({ member: user.id }),
      store.members.rolesOf(user.id),
    ])
    const withUrl = <Group extends { canonical: string }>(group: Group) => ({
      ...group,
      url: `${origin}/api:${group.canonical}`,
    })
    return {
      workspaces: workspaces.flatMap((workspace) => {
        const role = roles.get(workspace.id)
        return role === undefined ? [] : [{ ...workspace, role, groups: workspace.groups.map(withUrl) }]
      }),
    }
  },

  async createWorkspace({ store, running }, { input }, { user }) {
    const { name, description, start } = input
    const { id } = await store.createWorkspace({ name, description, owner: user.id })
    const files = start.kind === 'files' ? start.files : start.kind === 'jumpstart' ? jumpstart() : []
    const report = files.length === 0 ? null : await store.importFolder(id, files, { author: user.id })
    await running.reload(id)
    return { id, report }
  },

  async importFiles({ store, running }, { input }, { user }) {
    const options = { author: user.id, delete: input.delete }
    const report = await store.importFolder(input.workspace, input.files, options)
    await running.reload(input.workspace)
    return { report }
  },

  exportFiles: async ({ store }, { input }) => ({ files: await store.exportFolder(input.workspace) }),

  async deleteWorkspace({ store, running }, { input }) {
    const found = (await store.listWorkspaces()).find(({ id }) => id === input.workspace)
    if (found?.name !== input.name) {
      throw new Refusal(400, 'name_differs', 'Type the name of the workspace exactly to delete it.')
    }
    await store.deleteWorkspace(input.workspace)
    await running.drop(input.workspace)
    return done
  },
}
