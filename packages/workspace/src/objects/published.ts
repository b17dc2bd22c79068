import type { Pool } from 'pg'
import type { PublishedWorkspace, StoreOptions, Workspace } from '../types.ts'
import { assembleFiles } from './assemble-files.ts'
import { unknownBranch, unknownWorkspace } from './find-branch.ts'

interface BranchRow {
  id: number
  name: string
  live: boolean
  revision: number
  workspace: string
  description: string
}

interface TextRow {
  id: number
  path: string
  position: number
  separator: string
  text: string
}

type Logic = Pick<PublishedWorkspace, 'files' | 'model'>

/** What a branch held when it and the live one had these revisions, for as long as somebody uses it. */
interface Known {
  revisions: string
  files: WeakRef<Logic['files']>
  model: WeakRef<Logic['model']>
}

/**
 * Reads what a branch serves, with plain SQL: a process that only serves never loads Prisma. Who asks for a branch that
 * is in use, unchanged, shares its model with those who use it.
 */
export const createPublishedReader = (pool: Pool, read: StoreOptions['read']) => {
  const known = new Map<number, Known>()

  const logicOf = async (branch: BranchRow, live: BranchRow): Promise<Logic> => {
    const revisions = `${branch.revision} ${live.id} ${live.revision}`
    const last = known.get(branch.id)
    const [files, model] = [last?.files.deref(), last?.model.deref()]
    if (last?.revisions === revisions && files !== undefined && model !== undefined) return { files, model }
    const logic = readLogic(await readTexts(pool, branch.id, live.id), read)
    known.set(branch.id, { revisions, files: new WeakRef(logic.files), model: new WeakRef(logic.model) })
    return logic
  }

  return async (workspaceId: number, branchName?: string): Promise<PublishedWorkspace> => {
    const branches = await readBranches(pool, workspaceId)
    const live = branches.find((row) => row.live)
    if (live === undefined) throw unknownWorkspace(workspaceId)
    const branch = branchName === undefined ? live : branches.find((row) => row.name === branchName)
    if (branch === undefined) throw unknownBranch(live.workspace, branchName ?? '')
    const logic = await logicOf(branch, live)
    const workspace: Workspace = {
      id: workspaceId,
      name: live.workspace,
      description: live.description,
      liveBranch: live.name,
    }
    return {
      ...logic,
      workspace,
      branch: branch.name,
      revision: branch.revision,
      canonicals: await readCanonicals(pool, workspaceId),
      branches: new Set(branches.map(({ name }) => name)),
      datasources: await readDatasources(pool, workspaceId),
    }
  }
}

const readLogic = (texts: TextRow[], read: StoreOptions['read']): Logic => {
  const { files } = assembleFiles(texts)
  return { files, model: read(files) }
}

const readDatasources = async (pool: Pool, workspaceId: number): Promise<Set<string>> => {
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM cairn.datasource WHERE workspace_id = $1', [
    workspaceId,
  ])
  return new Set(rows.map(({ name }) => name))
}

const readBranches = async (pool: Pool, workspaceId: number): Promise<BranchRow[]> => {
  const { rows } = await pool.query<BranchRow>(
    `SELECT b.id, b.name, b.live, b.revision, w.name AS workspace, w.description
     FROM cairn.branch b JOIN cairn.workspace w ON w.id = b.workspace_id WHERE w.id = $1`,
    [workspaceId],
  )
  return rows
}

/** A branch carries logic only: tables are always those of the live branch. */
const readTexts = async (pool: Pool, branchId: number, liveId: number): Promise<TextRow[]> => {
  const { rows } = await pool.query<TextRow>(
    `SELECT id, path, position, separator, published AS text FROM cairn.object
     WHERE published IS NOT NULL AND (branch_id = $1 AND kind <> 'table' OR branch_id = $2 AND kind = 'table')`,
    [branchId, liveId],
  )
  return rows
}

const readCanonicals = async (pool: Pool, workspaceId: number): Promise<Map<string, string>> => {
  const { rows } = await pool.query<{ group_name: string; canonical: string }>(
    'SELECT group_name, canonical FROM cairn.group_canonical WHERE workspace_id = $1',
    [workspaceId],
  )
  return new Map(rows.map((row) => [row.group_name, row.canonical]))
}
