import type { FileDiagnostic } from '@cairn/language'
import { announce, announceLive } from '../objects/announce.ts'
import { ensureCanonicals } from '../objects/canonicals.ts'
import { rememberDeleted } from '../objects/deleted-objects.ts'
import { findBranch } from '../objects/find-branch.ts'
import type { SourceObjectModel as ObjectRow } from '../prisma/models.ts'
import type { Transaction } from '../records.ts'
import type { ImportOptions, ImportReport, ObjectChange, StoreOptions, WorkspaceFile } from '../types.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { completeGroups } from './complete-groups.ts'
import { matchObjects } from './match-objects.ts'
import { splitFiles, type SourcePart } from './split-files.ts'

interface Import {
  tx: Transaction
  branchId: number
  now: Date
  author: string | null
  report: ImportReport
}

/**
 * Brings a folder into a branch and publishes it, in one transaction. A text with an error is kept as a draft. Objects
 * that the folder does not hold stay, unless `delete` asks otherwise; a group that its endpoints name and nothing holds
 * is made. Tables are those of the live branch: on another one, those of the folder are left alone.
 */
export const importFolder = async (
  tx: Transaction,
  store: Pick<StoreOptions, 'read' | 'clock'>,
  workspaceId: number,
  files: WorkspaceFile[],
  options: ImportOptions,
): Promise<ImportReport> => {
  files.forEach(refuseUnsafePath)
  const branch = await findBranch(tx, workspaceId, options.branch)
  await tx.$executeRaw`SELECT 1 FROM cairn.branch WHERE id = ${branch.id} FOR UPDATE`
  const rows = await tx.sourceObject.findMany({ where: { branchId: branch.id } })
  const given = store.read(files)
  const groups = completeGroups(files, given, rows)
  const complete = [...files, ...groups.made]
  const model = groups.made.length === 0 ? given : store.read(complete)
  const isShared = ({ kind }: { kind: string }) => kind === 'table' && !branch.live
  const parts = splitFiles(complete, model).filter((part) => !isShared(part))
  const matched = matchObjects(parts, rows)
  const { pairs } = matched
  const left = matched.left.filter((row) => row.kind !== 'api_group' || !groups.used.has(row.name))

  const report: ImportReport = emptyReport(files.length, [...model.diagnostics, ...groups.diagnostics])
  const work: Import = { tx, branchId: branch.id, now: store.clock.now(), author: options.author ?? null, report }
  const isBroken = (part: SourcePart) => model.diagnostics.some((diagnostic) => isErrorIn(part, diagnostic))
  if (options.delete === true) await remove(work, left)
  await create(
    work,
    pairs.filter(({ row }) => row === null).map(({ part }) => ({ part, broken: isBroken(part) })),
  )
  for (const { part, row } of pairs) if (row !== null) await update(work, row, part, isBroken(part))

  const canonicals = await ensureCanonicals(tx, workspaceId, model, branch)
  report.diagnostics.push(...canonicals.diagnostics)
  const changes = report.created.length + report.updated.length + report.deleted.length
  if (changes > 0) await announce(tx, branch.id)
  if (canonicals.changed) await announceLive(tx, workspaceId)
  return report
}

const emptyReport = (files: number, diagnostics: FileDiagnostic[]): ImportReport => ({
  files,
  created: [],
  updated: [],
  deleted: [],
  unchanged: 0,
  replacedDrafts: [],
  drafts: [],
  diagnostics,
})

const isErrorIn = (part: SourcePart, diagnostic: FileDiagnostic): boolean =>
  diagnostic.severity === 'error' &&
  diagnostic.file === part.path &&
  diagnostic.start >= part.start &&
  diagnostic.start <= part.start + part.source.length

const refuseUnsafePath = ({ path }: WorkspaceFile): void => {
  const isSafe = !/[\\\0]|^\/|^[A-Za-z]:/.test(path) && path.split('/').every((step) => !['', '.', '..'].includes(step))
  if (isSafe) return
  throw new WorkspaceError('file_path_invalid', {
    at: path,
    message: `"${path}" is not a path inside a workspace folder. Use a relative path with "/" and without "..".`,
  })
}

const change = ({ kind, name, path }: ObjectChange): ObjectChange => ({ kind, name, path })

const placeOf = ({ kind, identity, name, path, position, separator }: Omit<SourcePart, 'source'>) => ({
  kind,
  identity,
  name,
  path,
  position,
  separator,
})

const remove = async ({ tx, report }: Import, rows: ObjectRow[]): Promise<void> => {
  await rememberDeleted(tx, rows)
  await tx.sourceObject.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } })
  report.deleted.push(...rows.map(change))
}

const create = async (work: Import, parts: { part: SourcePart; broken: boolean }[]): Promise<void> => {
  const { tx, branchId, now, author, report } = work
  const rows = await tx.sourceObject.createManyAndReturn({
    data: parts.map(({ part: { source, ...part }, broken }) => ({
      ...placeOf(part),
      branchId,
      updatedAt: now,
      draft: broken ? source : null,
      published: broken ? null : source,
      version: broken ? 0 : 1,
    })),
    select: { id: true, published: true },
  })
  const published = rows.flatMap(({ id, published: source }) => (source === null ? [] : [{ objectId: id, source }]))
  await tx.objectVersion.createMany({
    data: published.map((version) => ({ ...version, version: 1, author, note: 'import', createdAt: now })),
  })
  report.created.push(...parts.map(({ part }) => change(part)))
  report.drafts.push(...parts.filter(({ broken }) => broken).map(({ part }) => change(part)))
}

const update = async (work: Import, row: ObjectRow, part: SourcePart, broken: boolean): Promise<void> => {
  const { tx, now, report } = work
  const { source } = part
  const isSamePlace = row.path === part.path && row.position === part.position && row.separator === part.separator
  const isSameText = broken ? row.draft === source : row.published === source && row.draft === null
  if (broken) report.drafts.push(change(part))
  if (isSamePlace && isSameText) {
    report.unchanged += 1
    return
  }
  if (!broken && row.draft !== null && row.draft !== source) report.replacedDrafts.push(change(part))
  const version = broken ? row.version : await keepHistory(work, row, source)
  const texts = broken ? { draft: source } : { draft: null, published: source }
  await tx.sourceObject.update({
    where: { id: row.id },
    data: {
      ...(part.kind === 'unread' ? {} : placeOf(part)),
      ...texts,
      version,
      edition: { increment: 1 },
      updatedAt: now,
    },
  })
  report.updated.push(change(part))
}

/** Versions for the text being published and, so that no keystroke is lost, for a draft it takes the place of. */
const keepHistory = async (work: Import, row: ObjectRow, source: string): Promise<number> => {
  const texts = [
    ...(row.draft === null || row.draft === source ? [] : [{ source: row.draft, note: 'draft replaced by import' }]),
    ...(row.published === source ? [] : [{ source, note: 'import' }]),
  ]
  const { tx, now: createdAt, author } = work
  const versions = texts.map((text, index) => ({ ...text, version: row.version + index + 1, objectId: row.id }))
  await tx.objectVersion.createMany({ data: versions.map((version) => ({ ...version, author, createdAt })) })
  return row.version + versions.length
}
