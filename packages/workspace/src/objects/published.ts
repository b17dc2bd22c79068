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

/** Reads what a branch serves, with plain SQL: a process that only serves never loads Prisma. */
export const readPublished = async (
  pool: Pool,
  read: StoreOptions['read'],
  workspaceId: number,
  branchName: string | undefined,
): Promise<PublishedWorkspace> => {
  const branches = await readBranches(pool, workspaceId)
  const live = branches.find((row) => row.live)
  if (live === undefined) throw unknownWorkspace(workspaceId)
  const branch = branchName === undefined ? live : branches.find((row) => row.name === branchName)
  if (branch === undefined) throw unknownBranch(live.workspace, branchName ?? '')
  const { files } = assembleFiles(await readTexts(pool, branch.id, live.id))
  const canonicals = await readCanonicals(pool, workspaceId)
  const workspace: Workspace = {
    id: workspaceId,
    name: live.workspace,
    description: live.description,
    liveBranch: live.name,
  }
  return {
    workspace,
    branch: branch.name,
    revision: branch.revision,
    files,
    model: read(files),
    canonicals,
    branches: new Set(branches.map(({ name }) => name)),
    datasources: await readDatasources(pool, workspaceId),
  }
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
