import type { FileDiagnostic, WorkspaceModel } from '@cairn/language'
import { splitFiles, type SourcePart } from '../import/split-files.ts'
import type { SourceObjectModel } from '../prisma/models.ts'
import type { Transaction } from '../records.ts'
import type { ObjectVersion, PublishRequest, PublishResult, SaveDraft, SourceObject, StoreOptions } from '../types.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { announce, announceLive } from './announce.ts'
import { assembleFiles, type AssembledFiles } from './assemble-files.ts'
import { ensureCanonicals } from './canonicals.ts'
import { rememberDeleted } from './deleted-objects.ts'
import { objectsOf } from './find-branch.ts'

/** Its branch with it. */
export type ObjectRow = SourceObjectModel & { branch: { name: string; workspaceId: number; live: boolean } }
type Language = Pick<StoreOptions, 'read' | 'clock' | 'check'>

/** One object of a workspace. */
export const readObjectRow = async (tx: Transaction, workspaceId: number, id: number): Promise<SourceObject> =>
  toObject(await findObjectRow(tx, workspaceId, id))

export const findObjectRow = async (tx: Transaction, workspaceId: number, id: number): Promise<ObjectRow> => {
  const row = await tx.sourceObject.findFirst({
    where: { id, branch: { workspaceId } },
    include: { branch: { select: { name: true, workspaceId: true, live: true } } },
  })
  if (row === null) throw unknownObject(id)
  return row
}

const unknownObject = (id: number): WorkspaceError =>
  new WorkspaceError('unknown_object', {
    at: `object ${id}`,
    message: `There is no object ${id}. It may have been deleted.`,
  })

/** Keeps what was typed, whatever it is. Refused with `draft_conflict` when somebody else wrote in between. */
export const saveDraft = async (tx: Transaction, { clock }: Language, draft: SaveDraft): Promise<SourceObject> => {
  const row = await lockObject(tx, draft.objectId, draft.expectedEdition)
  const text = draft.source === row.published ? null : draft.source
  const saved = await tx.sourceObject.update({
    where: { id: row.id },
    data: { draft: text, edition: { increment: 1 }, updatedAt: clock.now() },
  })
  return toObject({ ...saved, branch: row.branch })
}

/** Makes the draft what is served, unless it has an error. */
export const publish = async (tx: Transaction, language: Language, request: PublishRequest): Promise<PublishResult> => {
  const row = await lockObject(tx, request.objectId, request.expectedEdition)
  if (row.draft === null) {
    throw new WorkspaceError('nothing_to_publish', {
      at: `object ${row.id}`,
      message: `${row.kind} "${row.name}" has no draft: what is saved is published already.`,
    })
  }
  return publishText(tx, language, row, row.draft, request)
}

/** Publishes the text of an earlier version again, as the newest version. A draft stays as it is. */
export const restore = async (
  tx: Transaction,
  language: Language,
  request: PublishRequest & { version: number },
): Promise<PublishResult> => {
  const row = await lockObject(tx, request.objectId, request.expectedEdition)
  const key = { objectId: row.id, version: request.version }
  const earlier = await tx.objectVersion.findUnique({ where: { objectId_version: key } })
  if (earlier === null) {
    throw new WorkspaceError('unknown_version', {
      at: `object ${row.id}`,
      message: `${row.kind} "${row.name}" has no version ${request.version}.`,
    })
  }
  return publishText(tx, language, row, earlier.source, { note: `restored version ${request.version}`, ...request })
}

export const listVersions = async (tx: Transaction, objectId: number): Promise<ObjectVersion[]> => {
  const rows = await tx.objectVersion.findMany({ where: { objectId }, orderBy: { version: 'desc' } })
  return rows.map(({ version, source, author, note, createdAt }) => ({ version, source, author, note, createdAt }))
}

export const toObject = (row: SourceObjectModel & { branch: { name: string } }): SourceObject => ({
  id: row.id,
  branch: row.branch.name,
  kind: row.kind,
  name: row.name,
  path: row.path,
  draft: row.draft,
  published: row.published,
  version: row.version,
  edition: row.edition,
  updatedAt: row.updatedAt,
})

/** The object, held until the transaction ends; `draft_conflict` when it is not at the edition expected. */
export const lockObject = async (tx: Transaction, id: number, expectedEdition: number): Promise<ObjectRow> => {
  await tx.$executeRaw`SELECT 1 FROM cairn.object WHERE id = ${id} FOR UPDATE`
  const row = await tx.sourceObject.findUnique({
    where: { id },
    include: { branch: { select: { name: true, workspaceId: true, live: true } } },
  })
  if (row === null) throw unknownObject(id)
  if (row.edition !== expectedEdition) {
    throw new WorkspaceError('draft_conflict', {
      at: `object ${id}`,
      message: `${row.kind} "${row.name}" was changed by somebody else meanwhile. Load it again and repeat your change.`,
    })
  }
  return row
}

const publishText = async (
  tx: Transaction,
  language: Language,
  row: ObjectRow,
  source: string,
  { author = null, note = '' }: PublishRequest,
): Promise<PublishResult> => {
  const assembled = await assembleWith(tx, row, source)
  const model = language.read(assembled.files)
  const diagnostics = diagnosticsIn(row.id, assembled, model, language.check)
  if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return { published: false, diagnostics }
  const version = row.version + 1
  const now = language.clock.now()
  const name = named(partOf(row.id, assembled, model))
  // On other branches the old name stays until a merge takes it away.
  if (name.identity !== undefined && name.identity !== row.identity) await rememberDeleted(tx, [row])
  await tx.objectVersion.create({ data: { objectId: row.id, version, source, author, note, createdAt: now } })
  const saved = await tx.sourceObject.update({
    where: { id: row.id },
    data: {
      ...name,
      published: source,
      draft: row.draft === source ? null : row.draft,
      version,
      edition: { increment: 1 },
      updatedAt: now,
    },
  })
  const canonicals = await ensureCanonicals(tx, row.branch.workspaceId, model, row.branch)
  refuseTaken(row, within(row.id, assembled, canonicals.diagnostics))
  await announce(tx, row.branchId)
  if (canonicals.changed) await announceLive(tx, row.branch.workspaceId)
  return { published: true, object: toObject({ ...saved, branch: row.branch }), diagnostics }
}

/** A group that asks for a URL segment which is not free is not published: it would answer elsewhere than it says. */
const refuseTaken = (row: ObjectRow, [taken]: FileDiagnostic[]): void => {
  if (taken === undefined) return
  const message = `${taken.message} Choose another one.`
  throw new WorkspaceError('canonical_taken', { at: row.name, message })
}

/** The branch as it would be served with this text in place. */
export const assembleWith = async (tx: Transaction, row: ObjectRow, source: string): Promise<AssembledFiles> => {
  const where = { ...objectsOf({ id: row.branchId }, row.branch.workspaceId), id: { not: row.id } }
  const others = await tx.sourceObject.findMany({ where })
  const texts = [{ ...row, text: source }, ...others.map((other) => ({ ...other, text: other.published }))]
  return assembleFiles(texts.flatMap(({ text, ...place }) => (text === null ? [] : [{ ...place, text }])))
}

/** What is found in the text of one object. */
export const diagnosticsIn = (
  id: number,
  assembled: AssembledFiles,
  model: WorkspaceModel,
  check: StoreOptions['check'],
): FileDiagnostic[] => within(id, assembled, [...model.diagnostics, ...(check?.(model) ?? [])])

const within = (id: number, { ranges }: AssembledFiles, all: FileDiagnostic[]): FileDiagnostic[] => {
  const range = ranges.get(id)
  return all.filter((found) => found.file === range?.path && found.start >= range.start && found.start <= range.end)
}

const partOf = (id: number, { files, ranges }: AssembledFiles, model: WorkspaceModel): SourcePart | undefined => {
  const range = ranges.get(id)
  const file = files.filter(({ path }) => path === range?.path)
  return splitFiles(file, model).find((part) => part.start === range?.start)
}

/** A text may have been renamed. One that reads as nothing keeps the name it had. */
const named = (part: SourcePart | undefined): Partial<Pick<SourcePart, 'kind' | 'identity' | 'name'>> =>
  part === undefined || part.kind === 'unread' ? {} : { kind: part.kind, identity: part.identity, name: part.name }
