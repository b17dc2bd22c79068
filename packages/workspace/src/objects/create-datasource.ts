import type { Transaction } from '../records.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { announce } from './announce.ts'
import { findBranch } from './find-branch.ts'

/** A datasource stands in headers, query strings and the names of schemas. */
const SHAPE = /^[a-z][a-z0-9_]{0,31}$/

/** Adds a datasource: tables of its own, made empty when it is first used. */
export const createDatasource = async (
  tx: Transaction,
  workspaceId: number,
  { name, color }: { name: string; color: string },
): Promise<void> => {
  if (!SHAPE.test(name)) {
    const message = `"${name}" can not name a datasource. Use a small letter, then 31 small letters, digits or "_" at most.`
    throw new WorkspaceError('datasource_invalid', { at: name, message })
  }
  const branch = await findBranch(tx, workspaceId, undefined)
  const { count } = await tx.datasource.createMany({ data: [{ workspaceId, name, color }], skipDuplicates: true })
  if (count === 0) {
    const message = `There is a datasource "${name}" already. Choose another name.`
    throw new WorkspaceError('datasource_exists', { at: name, message })
  }
  await announce(tx, branch.id)
}
