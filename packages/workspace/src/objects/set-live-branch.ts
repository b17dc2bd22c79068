import type { Transaction } from '../records.ts'
import type { StoreOptions } from '../types.ts'
import { announce } from './announce.ts'
import { ensurePublishedCanonicals } from './canonicals.ts'
import { findBranch } from './find-branch.ts'

/**
 * Makes a branch the one that answers where a URL names none, and whose tasks run. The tables, which all branches share,
 * go with it, and its API groups move to the URL segments that their texts name. Nothing happens where it is live already.
 */
export const setLiveBranch = async (
  tx: Transaction,
  { read }: Pick<StoreOptions, 'read'>,
  workspaceId: number,
  name: string,
): Promise<void> => {
  // Of two at once the second waits here, and then finds another branch live.
  await tx.$executeRaw`SELECT 1 FROM cairn.workspace WHERE id = ${workspaceId} FOR UPDATE`
  const [next, live] = [await findBranch(tx, workspaceId, name), await findBranch(tx, workspaceId, undefined)]
  if (next.id === live.id) return
  await tx.sourceObject.updateMany({ where: { branchId: live.id, kind: 'table' }, data: { branchId: next.id } })
  await tx.branch.update({ where: { id: live.id }, data: { live: false } })
  await tx.branch.update({ where: { id: next.id }, data: { live: true } })
  await ensurePublishedCanonicals(tx, read, workspaceId, next.id)
  await announce(tx, live.id)
  await announce(tx, next.id)
}
