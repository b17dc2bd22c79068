import type { Transaction } from '../records.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { announceLive } from './announce.ts'
import { findBranch } from './find-branch.ts'

/**
 * Takes a branch away with its objects, their drafts and versions, and tells every process. The live one is refused with
 * `branch_live`. Tables, rows and URL segments, which all branches share, stay; so does the history of requests.
 */
export const deleteBranch = async (tx: Transaction, workspaceId: number, name: string): Promise<void> => {
  // Nobody makes it live meanwhile. Segments may be given at the same time: a merge that waits for them holds the live branch.
  await tx.$executeRaw`SELECT 1 FROM cairn.workspace WHERE id = ${workspaceId} FOR NO KEY UPDATE`
  const branch = await findBranch(tx, workspaceId, name)
  if (branch.live) {
    const message = `"${name}" is live: it answers every URL that names no branch. Make another branch live, then delete this one.`
    throw new WorkspaceError('branch_live', { at: name, message })
  }
  // Objects first, as everybody locks them who publishes one: two in another order would wait for each other.
  await tx.sourceObject.deleteMany({ where: { branchId: branch.id } })
  await tx.branch.delete({ where: { id: branch.id } })
  await announceLive(tx, workspaceId)
}
