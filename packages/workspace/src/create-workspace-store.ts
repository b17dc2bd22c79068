import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { createAccessTokenStore } from './access-tokens.ts'
import { createAccountStore } from './accounts.ts'
import { createEndpointHours } from './endpoint-hours.ts'
import { listEnv, readEnv, writeEnv } from './env-variables.ts'
import { groupSummaries } from './group-summaries.ts'
import { importFolder } from './import/import-folder.ts'
import { createMemberStore } from './members.ts'
import { migrate } from './migrate/migrate.ts'
import { announce, listen } from './objects/announce.ts'
import { createObject } from './objects/create-object.ts'
import { createObjects } from './objects/create-objects.ts'
import { assembleFiles } from './objects/assemble-files.ts'
import { setCanonical } from './objects/canonicals.ts'
import { listVersions, publish, readObjectRow, restore, saveDraft, toObject } from './objects/drafts.ts'
import { createBranch } from './objects/create-branch.ts'
import { createDatasource } from './objects/create-datasource.ts'
import { deleteBranch } from './objects/delete-branch.ts'
import { mergeBranch } from './objects/merge-branch.ts'
import { setLiveBranch } from './objects/set-live-branch.ts'
import { deleteObject } from './objects/delete-object.ts'
import { discardDraft } from './objects/discard-draft.ts'
import { findBranch, objectsOf } from './objects/find-branch.ts'
import { findProblems } from './objects/find-problems.ts'
import { modelWith } from './objects/model-with.ts'
import { otherTexts } from './objects/other-texts.ts'
import { createPublishedReader } from './objects/published.ts'
import { rehearse } from './objects/rehearse.ts'
import { createRecords, type Records } from './records.ts'
import { createRequestHistory } from './requests/create-request-history.ts'
import { createSeal } from './seal.ts'
import type { GroupSummary, PublishedEvent, StoreOptions, Workspace, WorkspaceStore } from './types.ts'
import { WorkspaceError } from './workspace-error.ts'
import { deleteWorkspace, describeWorkspace } from './workspace-life.ts'

const FIRST_BRANCH = 'v1'
const DATASOURCES = ['live', 'test']

/** Makes the front door to Cairn's own records. Connects on first use. */
export const createWorkspaceStore = (options: StoreOptions): WorkspaceStore => {
  const { url, clock, read } = options
  const migrationsFolder = options.migrations ?? fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))
  const records = createRecords(url)
  const pool = new pg.Pool({ connectionString: url, max: 2, idleTimeoutMillis: 5_000, allowExitOnIdle: true })
  pool.on('error', () => undefined)
  const seal = createSeal(options.keys.installation)
  const requests = createRequestHistory(url, createSeal(options.keys.installation, 'cairn recordings'))
  const summaries = new Map<string, GroupSummary[]>()

  const publishedModel: WorkspaceStore['publishedModel'] = createPublishedReader(pool, read)

  /** `state` is what they depend on. */
  const groupsOf = async (id: number, branch: string, state: string): Promise<GroupSummary[]> => {
    const key = `${id} ${branch} ${state}`
    const known = summaries.get(key)
    if (known !== undefined) return known
    const groups = groupSummaries(await publishedModel(id, branch))
    if (summaries.size > 100) summaries.clear()
    summaries.set(key, groups)
    return groups
  }

  return {
    accounts: createAccountStore(records, pool, clock),
    members: createMemberStore(records, clock),
    accessTokens: createAccessTokenStore(records, clock),
    endpointHours: createEndpointHours(pool),
    requests,
    publishedModel,
    migrate: () => runMigrations(url, migrationsFolder),
    createWorkspace: (workspace) => createWorkspace(records, clock, workspace),
    async listWorkspaces({ member = null }: { member?: string | null } = {}) {
      const rows = await readWorkspaces(pool, member)
      return Promise.all(
        rows.map(async ({ revision, ...workspace }) => ({
          ...workspace,
          groups: await groupsOf(workspace.id, workspace.liveBranch, String(revision)),
        })),
      )
    },
    async groups(id, branch) {
      const states = await branchStates(pool, id)
      const live = states.find((state) => state.live)
      const state = branch === undefined ? live : states.find((one) => one.branch === branch)
      // Of what is not there, reading it says what is wrong.
      if (live === undefined || state === undefined) return groupSummaries(await publishedModel(id, branch))
      // The live one tells of the URL segments, which all share.
      return groupsOf(id, state.branch, state.live ? String(state.revision) : `${state.revision} ${live.revision}`)
    },
    async workspaceByName(name) {
      const rows = await readWorkspaces(pool, null)
      const found = rows.find((row) => row.name === name)
      if (found === undefined) return null
      const { revision: _, branches: __, ...workspace } = found
      return workspace
    },
    describeWorkspace: (id, description) => records.transaction((tx) => describeWorkspace(tx, id, description)),
    deleteWorkspace: (id) => records.transaction((tx) => deleteWorkspace(tx, id)),
    async branches(id) {
      const { branch } = await records.client()
      const where = { workspaceId: id }
      return branch.findMany({ where, orderBy: { name: 'asc' }, select: { name: true, live: true, createdAt: true } })
    },
    async datasources(id) {
      const { datasource } = await records.client()
      const where = { workspaceId: id }
      return datasource.findMany({ where, orderBy: { id: 'asc' }, select: { name: true, color: true } })
    },
    createBranch: (id, { name, from }) =>
      records.transaction((tx) => createBranch(tx, id, { name, from, now: clock.now() })),
    deleteBranch: (id, name) => records.transaction((tx) => deleteBranch(tx, id, name)),
    setLiveBranch: (id, name) => records.transaction((tx) => setLiveBranch(tx, options, id, name)),
    mergeBranch: (id, request) => records.transaction((tx) => mergeBranch(tx, options, id, request)),
    mergedModel: (id, request) =>
      rehearse(records, read, { workspaceId: id, branch: undefined }, (tx) => mergeBranch(tx, options, id, request)),
    createDatasource: (id, datasource) => records.transaction((tx) => createDatasource(tx, id, datasource)),
    importFolder: (id, files, importOptions = {}) =>
      records.transaction((tx) => importFolder(tx, options, id, files, importOptions)),
    importedModel: (id, files, importOptions = {}) =>
      rehearse(records, read, { workspaceId: id, branch: importOptions.branch }, (tx) =>
        importFolder(tx, options, id, files, importOptions),
      ),
    exportFolder: (id, { branch, drafts = true } = {}) =>
      records.transaction(async (tx) => {
        const rows = await tx.sourceObject.findMany({ where: objectsOf(await findBranch(tx, id, branch), id) })
        const texts = rows.map((row) => ({ ...row, text: drafts ? (row.draft ?? row.published) : row.published }))
        return assembleFiles(texts.flatMap(({ text, ...row }) => (text === null ? [] : [{ ...row, text }]))).files
      }),
    listObjects: (id, branch) =>
      records.transaction(async (tx) => {
        const rows = await tx.sourceObject.findMany({
          where: objectsOf(await findBranch(tx, id, branch), id),
          orderBy: [{ kind: 'asc' }, { name: 'asc' }],
          include: { branch: true },
        })
        return rows.map(toObject)
      }),
    otherTexts: (id, branch) => otherTexts(pool, id, branch),
    object: (id, objectId) => records.transaction((tx) => readObjectRow(tx, id, objectId)),
    modelWith: (id, objectId, source, how) =>
      records.transaction((tx) => modelWith(tx, how === 'unchecked' ? { read } : options, id, objectId, source)),
    problems: (id, branch) => records.transaction((tx) => findProblems(tx, options, id, branch)),
    createObject: (id, source, branch) => records.transaction((tx) => createObject(tx, options, id, source, branch)),
    createObjects: (id, sources, how) => records.transaction((tx) => createObjects(tx, options, id, sources, how)),
    saveDraft: (draft) => records.transaction((tx) => saveDraft(tx, options, draft)),
    saveDrafts: (drafts) =>
      records.transaction(async (tx) => {
        // In one order, so that two who rename at once can not wait for each other.
        for (const draft of drafts.toSorted((a, b) => a.objectId - b.objectId)) await saveDraft(tx, options, draft)
      }),
    discardDraft: (draft) => records.transaction((tx) => discardDraft(tx, options, draft)),
    deleteObject: ({ objectId, expectedEdition }) =>
      records.transaction((tx) => deleteObject(tx, objectId, expectedEdition)),
    publish: (request) => records.transaction((tx) => publish(tx, options, request)),
    restore: (request) => records.transaction((tx) => restore(tx, options, request)),
    versions: (objectId) => records.transaction((tx) => listVersions(tx, objectId)),
    setCanonical: (id, group, canonical) =>
      records.transaction(async (tx) => {
        const branch = await findBranch(tx, id, undefined)
        await setCanonical(tx, id, group, canonical)
        await announce(tx, branch.id)
      }),
    branchStates: (id) => branchStates(pool, id),
    onPublished: (callback) => listen(url, callback),
    env: (id) => readEnv(pool, seal, id),
    envNames: (id) => listEnv(pool, id),
    setEnv: (id, values) =>
      records.transaction(async (tx) => {
        const branch = await findBranch(tx, id, undefined)
        await writeEnv(tx, seal, id, values, clock.now())
        await announce(tx, branch.id)
      }),
    async publishRules(id) {
      const { workspace } = await records.client()
      const { testsMustPass } = await workspace.findUniqueOrThrow({ where: { id }, select: { testsMustPass: true } })
      return { testsMustPass }
    },
    async setPublishRules(id, { testsMustPass }) {
      const { workspace } = await records.client()
      await workspace.update({ where: { id }, data: { testsMustPass }, select: { id: true } })
    },
    async close() {
      await Promise.all([records.close(), requests.close(), pool.end()])
    },
  }
}

const runMigrations = async (url: string, folder: string): Promise<{ applied: string[] }> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await migrate(client, folder)
  } finally {
    await client.end()
  }
}

const branchStates = async (pool: pg.Pool, id: number): Promise<PublishedEvent[]> => {
  const { rows } = await pool.query<PublishedEvent>(
    'SELECT workspace_id AS "workspaceId", name AS branch, live, revision FROM cairn.branch WHERE workspace_id = $1',
    [id],
  )
  return rows
}

type WorkspaceRow = Workspace & { branches: string[]; revision: number }

const readWorkspaces = async (pool: pg.Pool, member: string | null): Promise<WorkspaceRow[]> => {
  const { rows } = await pool.query<WorkspaceRow>(
    `SELECT w.id, w.name, w.description, b.name AS "liveBranch", b.revision,
       ARRAY(SELECT o.name FROM cairn.branch o WHERE o.workspace_id = w.id ORDER BY o.name) AS branches
     FROM cairn.workspace w JOIN cairn.branch b ON b.workspace_id = w.id AND b.live
     WHERE $1::uuid IS NULL OR EXISTS (SELECT FROM cairn.member m WHERE m.workspace_id = w.id AND m.user_id = $1)
     ORDER BY w.name`,
    [member],
  )
  return rows
}

const createWorkspace = (
  records: Records,
  clock: StoreOptions['clock'],
  { name, description = '', owner }: { name: string; description?: string; owner?: string },
): Promise<Workspace> =>
  records.transaction(async (tx) => {
    const createdAt = clock.now()
    // Not looked up first: of two at once, the second waits here for the first.
    const data = [{ name, description, createdAt }]
    const [made] = await tx.workspace.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } })
    if (made === undefined) {
      const message = `There is a workspace "${name}" already. Choose another name.`
      throw new WorkspaceError('workspace_exists', { at: name, message })
    }
    const { id } = made
    const owners = owner === undefined ? await tx.user.findMany({ select: { id: true } }) : [{ id: owner }]
    await tx.branch.create({ data: { workspaceId: id, name: FIRST_BRANCH, live: true, createdAt } })
    await tx.datasource.createMany({ data: DATASOURCES.map((datasource) => ({ workspaceId: id, name: datasource })) })
    await tx.member.createMany({ data: owners.map(({ id: userId }) => ({ workspaceId: id, userId, role: 'owner' })) })
    return { id, name, description, liveBranch: FIRST_BRANCH }
  })
