import type { Transaction } from '../records.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { announce } from './announce.ts'
import { copyDeleted } from './deleted-objects.ts'
import { findBranch } from './find-branch.ts'

/** A branch stands in URLs, between a colon and a slash: `/api:<canonical>:<branch>/…`. */
const SHAPE = /^[A-Za-z0-9._-]{1,64}$/

/** Makes a branch that begins as a copy of another: its logic, drafts included. Tables and data are never copied. */
export const createBranch = async (
  tx: Transaction,
  workspaceId: number,
  { name, from, now }: { name: string; from: string | undefined; now: Date },
): Promise<void> => {
  if (!SHAPE.test(name)) {
    throw new WorkspaceError('branch_invalid', {
      at: name,
      message: `"${name}" can not name a branch. Use 1 to 64 letters, digits, ".", "-" or "_".`,
    })
  }
  const source = await findBranch(tx, workspaceId, from)
  // Of two at once the second waits here and then finds the first.
  await tx.$executeRaw`SELECT 1 FROM cairn.workspace WHERE id = ${workspaceId} FOR UPDATE`
  if ((await tx.branch.count({ where: { workspaceId, name } })) > 0) {
    const message = `There is a branch "${name}" already. Choose another name.`
    throw new WorkspaceError('branch_exists', { at: name, message })
  }
  const { id } = await tx.branch.create({ data: { workspaceId, name, createdAt: now } })
  await copyLogic(tx, source, id, now)
  // What the live one took away, a merge into it need not.
  if (!source.live) await copyDeleted(tx, source.id, id)
  await announce(tx, id)
}

const copyLogic = async (tx: Transaction, source: { id: number; name: string }, to: number, now: Date) => {
  await tx.$executeRaw`
    INSERT INTO cairn.object
      (branch_id, kind, identity, name, path, position, separator, draft, published, version, updated_at)
    SELECT ${to}, kind, identity, name, path, position, separator, draft, published,
      CASE WHEN published IS NULL THEN 0 ELSE 1 END, ${now}
    FROM cairn.object WHERE branch_id = ${source.id} AND kind <> 'table'`
  await tx.$executeRaw`
    INSERT INTO cairn.object_version (object_id, version, source, note, created_at)
    SELECT id, 1, published, ${`branched from ${source.name}`}, ${now}
    FROM cairn.object WHERE branch_id = ${to} AND published IS NOT NULL`
}
