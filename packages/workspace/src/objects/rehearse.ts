import type { WorkspaceModel } from '@cairn/language'
import type { Records, Transaction } from '../records.ts'
import type { StoreOptions } from '../types.ts'
import { assembleFiles } from './assemble-files.ts'
import { findBranch, objectsOf } from './find-branch.ts'

/** Takes back what was rehearsed. */
class TakenBack extends Error {}

/** A branch (the live one when left out) as it would be published after `work`, which is taken back. */
export const rehearse = async (
  records: Pick<Records, 'transaction'>,
  read: StoreOptions['read'],
  { workspaceId, branch }: { workspaceId: number; branch: string | undefined },
  work: (tx: Transaction) => Promise<unknown>,
): Promise<WorkspaceModel> => {
  let files: Parameters<StoreOptions['read']>[0] = []
  try {
    await records.transaction(async (tx) => {
      await work(tx)
      const rows = await tx.sourceObject.findMany({
        where: objectsOf(await findBranch(tx, workspaceId, branch), workspaceId),
      })
      const texts = rows.flatMap((row) => (row.published === null ? [] : [{ ...row, text: row.published }]))
      files = assembleFiles(texts).files
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  return read(files)
}
