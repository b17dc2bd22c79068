import type { SourceObjectModel as ObjectRow } from '../prisma/models.ts'
import type { Transaction } from '../records.ts'

/** An object that a branch took away: its name there, and every text that it was published with. */
export interface DeletedObject {
  kind: string
  identity: string
  name: string
  texts: string[]
}

/** Keeps of objects that leave their branch what a merge has to know. What was never published leaves no trace. */
export const rememberDeleted = async (tx: Transaction, rows: readonly Pick<ObjectRow, 'id'>[]): Promise<void> => {
  const ids = rows.map(({ id }) => id)
  await tx.$executeRaw`
    INSERT INTO cairn.deleted_object (branch_id, kind, identity, name, texts)
    SELECT o.branch_id, o.kind, o.identity, o.name, array_agg(DISTINCT v.source)
    FROM cairn.object o JOIN cairn.object_version v ON v.object_id = o.id
    WHERE o.id = ANY(${ids}::int[]) AND o.kind <> 'table'
    GROUP BY o.id
    ON CONFLICT (branch_id, kind, identity) DO UPDATE
    SET name = EXCLUDED.name,
      texts = ARRAY(SELECT DISTINCT unnest(cairn.deleted_object.texts || EXCLUDED.texts))`
}

/** What a branch took away and does not have again. */
export const deletedOn = async (tx: Transaction, branchId: number): Promise<DeletedObject[]> =>
  tx.$queryRaw<DeletedObject[]>`
    SELECT d.kind, d.identity, d.name, d.texts FROM cairn.deleted_object d
    WHERE d.branch_id = ${branchId} AND NOT EXISTS (
      SELECT FROM cairn.object o
      WHERE o.branch_id = d.branch_id AND o.kind = d.kind AND o.identity = d.identity
    )
    ORDER BY d.kind, d.identity`

/** A merge has dealt with it: it is not offered again. */
export const forgetDeleted = async (
  tx: Transaction,
  branchId: number,
  { kind, identity }: Pick<DeletedObject, 'kind' | 'identity'>,
): Promise<void> => {
  await tx.deletedObject.deleteMany({ where: { branchId, kind, identity } })
}

/** A copy of a branch lacks what that one took away. */
export const copyDeleted = async (tx: Transaction, from: number, to: number): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO cairn.deleted_object (branch_id, kind, identity, name, texts)
    SELECT ${to}, kind, identity, name, texts FROM cairn.deleted_object WHERE branch_id = ${from}`
}
