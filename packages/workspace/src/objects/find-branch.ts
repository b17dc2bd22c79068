import type { Transaction } from '../records.ts'
import { WorkspaceError } from '../workspace-error.ts'

/** Which saved objects make up a branch: its own, and the tables of the live branch, which all branches share. */
export const objectsOf = (branch: { id: number }, workspaceId: number) => ({
  OR: [
    { branchId: branch.id, kind: { not: 'table' } },
    { branch: { workspaceId, live: true }, kind: 'table' },
  ],
})

/** The named branch of a workspace, or its live one. */
export const findBranch = async (
  tx: Transaction,
  workspaceId: number,
  name: string | undefined,
): Promise<{ id: number; name: string; live: boolean }> => {
  const where = name === undefined ? { workspaceId, live: true } : { workspaceId, name }
  const branch = await tx.branch.findFirst({ where, select: { id: true, name: true, live: true } })
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
