import type { Transaction } from '../records.ts'
import { WorkspaceError } from '../workspace-error.ts'

/** The named branch of a workspace, or its live one. */
export const findBranch = async (
  tx: Transaction,
  workspaceId: number,
  name: string | undefined,
): Promise<{ id: number; name: string }> => {
  const where = name === undefined ? { workspaceId, live: true } : { workspaceId, name }
  const branch = await tx.branch.findFirst({ where, select: { id: true, name: true } })
  if (branch !== null) return branch
  const workspace = await tx.workspace.findUnique({ where: { id: workspaceId } })
  throw workspace === null ? unknownWorkspace(workspaceId) : unknownBranch(workspace.name, name ?? 'live')
}

export const unknownWorkspace = (id: number): WorkspaceError =>
  new WorkspaceError('unknown_workspace', {
    at: `workspace ${id}`,
    message: `There is no workspace ${id}. List the workspaces to see their ids.`,
  })

export const unknownBranch = (workspace: string, branch: string): WorkspaceError =>
  new WorkspaceError('unknown_branch', {
    at: `${workspace}:${branch}`,
    message: `Workspace "${workspace}" has no branch "${branch}".`,
  })
