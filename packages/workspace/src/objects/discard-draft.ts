import type { Transaction } from '../records.ts'
import type { SourceObject, StoreOptions } from '../types.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { lockObject, toObject } from './drafts.ts'

/** Back to what is published. `never_published` where nothing is: such an object can only be deleted. */
export const discardDraft = async (
  tx: Transaction,
  { clock }: Pick<StoreOptions, 'clock'>,
  { objectId, expectedEdition }: { objectId: number; expectedEdition: number },
): Promise<SourceObject> => {
  const row = await lockObject(tx, objectId, expectedEdition)
  if (row.published === null) {
    throw new WorkspaceError('never_published', {
      at: `object ${row.id}`,
      message: `${row.kind} "${row.name}" was never published, so its draft is all there is. Delete it instead.`,
    })
  }
  const saved = await tx.sourceObject.update({
    where: { id: row.id },
    data: { draft: null, edition: { increment: 1 }, updatedAt: clock.now() },
  })
  return toObject({ ...saved, branch: row.branch })
}
