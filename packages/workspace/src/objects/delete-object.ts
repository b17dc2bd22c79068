import type { Transaction } from '../records.ts'
import { announce } from './announce.ts'
import { rememberDeleted } from './deleted-objects.ts'
import { lockObject } from './drafts.ts'

/** Takes an object out of its workspace with its history. The rows of a table stay in the database. */
export const deleteObject = async (tx: Transaction, objectId: number, expectedEdition: number): Promise<void> => {
  const row = await lockObject(tx, objectId, expectedEdition)
  await rememberDeleted(tx, [row])
  await tx.sourceObject.delete({ where: { id: row.id } })
  await announce(tx, row.branchId)
}
