import { splitFiles } from '../import/split-files.ts'
import type { Transaction } from '../records.ts'
import type { SourceObject, StoreOptions } from '../types.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { toObject } from './drafts.ts'
import { findBranch } from './find-branch.ts'

/** Adds an object to a branch as a draft, in a file of its own; a table to the live one, whose tables all share. */
export const createObject = async (
  tx: Transaction,
  { read, clock }: Pick<StoreOptions, 'read' | 'clock'>,
  workspaceId: number,
  source: string,
  branchName: string | undefined,
): Promise<SourceObject> => {
  const chosen = await findBranch(tx, workspaceId, branchName)
  const files = [{ path: 'new.xs', text: source }]
  const [part, ...others] = splitFiles(files, read(files))
  if (part === undefined || part.kind === 'unread' || others.length > 0) {
    const message = 'The text holds no object, or more than one. Begin it with one such as `function "name" {}`.'
    throw new WorkspaceError('object_unreadable', { at: 'source', message })
  }
  const { kind, identity, name } = part
  const branch = kind === 'table' ? await findBranch(tx, workspaceId, undefined) : chosen
  await tx.$executeRaw`SELECT 1 FROM cairn.branch WHERE id = ${branch.id} FOR UPDATE`
  if ((await tx.sourceObject.count({ where: { branchId: branch.id, kind, identity } })) > 0) {
    const message = `There is a ${kind} "${name}" already. Choose another name.`
    throw new WorkspaceError('object_exists', { at: `${kind} ${name}`, message })
  }
  const path = await freePath(tx, branch.id, `${kind}/${slug(identity)}`)
  const row = await tx.sourceObject.create({
    data: { branchId: branch.id, kind, identity, name, path, draft: source, published: null, updatedAt: clock.now() },
  })
  return toObject({ ...row, branch })
}

/** A name as a file: words with lines below them. */
const slug = (identity: string): string =>
  identity
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '') || 'object'

const freePath = async (tx: Transaction, branchId: number, stem: string): Promise<string> => {
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number === 1 ? '' : `_${number}`}.xs`
    if ((await tx.sourceObject.count({ where: { branchId, path } })) === 0) return path
  }
}
