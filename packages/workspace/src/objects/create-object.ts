import { splitFiles, type SourcePart } from '../import/split-files.ts'
import type { Transaction } from '../records.ts'
import type { SourceObject, StoreOptions } from '../types.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { toObject } from './drafts.ts'
import { findBranch } from './find-branch.ts'

type Language = Pick<StoreOptions, 'read' | 'clock'>

const folders: Readonly<Record<string, string>> = {
  table: 'tables',
  table_trigger: 'triggers',
  function: 'functions',
  task: 'tasks',
  middleware: 'middleware',
  addon: 'addons',
  tool: 'tools',
  workflow_test: 'workflow_tests',
}

/** Keeps a new object as a draft in a file of its own. */
export const createObject = async (
  tx: Transaction,
  { read, clock }: Language,
  workspaceId: number,
  source: string,
): Promise<SourceObject> => {
  const branch = await findBranch(tx, workspaceId, undefined)
  await tx.$executeRaw`SELECT 1 FROM cairn.branch WHERE id = ${branch.id} FOR UPDATE`
  const part = partOf(read, source)
  const where = { branchId: branch.id, kind: part.kind, identity: part.identity }
  if ((await tx.sourceObject.count({ where })) > 0) {
    const message = `There is ${part.kind.replaceAll('_', ' ')} "${part.name}" already. Choose another name.`
    throw new WorkspaceError('object_exists', { at: part.name, message })
  }
  const used = await tx.sourceObject.findMany({ where: { branchId: branch.id }, select: { path: true } })
  const path = freePath(part, new Set(used.map((row) => row.path.toLowerCase())))
  const data = { ...where, name: part.name, path, draft: source, updatedAt: clock.now() }
  const row = await tx.sourceObject.create({ data })
  return toObject({ ...row, branch: { name: branch.name, workspaceId } })
}

const partOf = (read: Language['read'], source: string): SourcePart => {
  const files = [{ path: 'new.xs', text: source }]
  const parts = splitFiles(files, read(files)).filter((part) => part.kind !== 'unread')
  if (parts.length === 1) return parts[0]!
  throw new WorkspaceError('object_unreadable', {
    at: 'source',
    message: 'The text must hold exactly one object, such as a table, a query or a function.',
  })
}

const freePath = ({ kind, identity, name }: SourcePart, used: ReadonlySet<string>): string => {
  const folder = kind === 'query' || kind === 'api_group' ? 'apis' : (folders[kind] ?? kind)
  const stem = `${folder}/${slug(kind === 'query' ? identity : name)}`
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number === 1 ? '' : `_${number}`}.xs`
    if (!used.has(path.toLowerCase())) return path
  }
}

const slug = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 100) || 'object'
