import { randomBytes } from 'node:crypto'
import type { ApiGroupObject, FileDiagnostic, WorkspaceModel } from '@cairn/language'
import type { Transaction } from '../records.ts'
import type { StoreOptions } from '../types.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { assembleFiles } from './assemble-files.ts'
import { objectsOf } from './find-branch.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const SHAPE = /^[A-Za-z0-9_-]{1,64}$/
/** `/api:meta/` is the editor's own API. */
const RESERVED = new Set(['meta'])

/** Eight random characters, 48 bits. */
const randomCanonical = (): string => Array.from(randomBytes(8), (byte) => ALPHABET[byte & 63]).join('')

/**
 * Gives every group of a model a URL segment that stays. One that the text names wins when it is free; a group whose
 * text names a taken one keeps what it has, or gets a random one, with a warning. All branches share the segments, so
 * another branch than the live one never moves a group that has one.
 */
export const ensureCanonicals = async (
  tx: Transaction,
  workspaceId: number,
  model: WorkspaceModel,
  { live }: { live: boolean },
): Promise<{ changed: boolean; diagnostics: FileDiagnostic[] }> => {
  const rows = await tx.groupCanonical.findMany({ where: { workspaceId } })
  const kept = new Map(rows.map((row) => [row.groupName, row.canonical]))
  const diagnostics: FileDiagnostic[] = []
  let changed = false
  for (const group of model.groups.values()) {
    const current = kept.get(group.name)
    if (!live && current !== undefined) continue
    const wanted = await free(tx, workspaceId, group)
    if (group.canonical !== null && wanted === null) diagnostics.push(taken(model, group))
    const canonical = wanted ?? current ?? randomCanonical()
    if (canonical === current) continue
    changed = true
    await save(tx, workspaceId, group.name, canonical)
  }
  return { changed, diagnostics }
}

/** The same for what is published on the live branch, after it became another. */
export const ensurePublishedCanonicals = async (
  tx: Transaction,
  read: StoreOptions['read'],
  workspaceId: number,
  live: number,
): Promise<void> => {
  const rows = await tx.sourceObject.findMany({ where: objectsOf({ id: live }, workspaceId) })
  const texts = rows.flatMap(({ published, ...row }) => (published === null ? [] : [{ ...row, text: published }]))
  await ensureCanonicals(tx, workspaceId, read(assembleFiles(texts).files), { live: true })
}

/** Sets the URL segment of a group. */
export const setCanonical = async (
  tx: Transaction,
  workspaceId: number,
  group: string,
  canonical: string,
): Promise<void> => {
  if (!isUsable(canonical)) {
    throw new WorkspaceError('canonical_invalid', {
      at: group,
      message: `"${canonical}" can not be a URL segment. Use 1 to 64 letters, digits, "-" or "_", and not "meta".`,
    })
  }
  const owner = await tx.groupCanonical.findUnique({ where: { canonical } })
  if (owner !== null && (owner.workspaceId !== workspaceId || owner.groupName !== group)) {
    throw new WorkspaceError('canonical_taken', {
      at: group,
      message: `"${canonical}" is the URL segment of group "${owner.groupName}" already. Choose another one.`,
    })
  }
  await save(tx, workspaceId, group, canonical)
}

const isUsable = (canonical: string): boolean => SHAPE.test(canonical) && !RESERVED.has(canonical.toLowerCase())

const free = async (tx: Transaction, workspaceId: number, group: ApiGroupObject): Promise<string | null> => {
  if (group.canonical === null || !isUsable(group.canonical)) return null
  const owner = await tx.groupCanonical.findUnique({ where: { canonical: group.canonical } })
  const isOurs = owner === null || (owner.workspaceId === workspaceId && owner.groupName === group.name)
  return isOurs ? group.canonical : null
}

const save = async (tx: Transaction, workspaceId: number, groupName: string, canonical: string): Promise<void> => {
  await tx.groupCanonical.upsert({
    where: { workspaceId_groupName: { workspaceId, groupName } },
    create: { workspaceId, groupName, canonical },
    update: { canonical },
  })
}

const taken = (model: WorkspaceModel, group: ApiGroupObject): FileDiagnostic => ({
  severity: 'warning',
  code: 'canonical_not_free',
  message: `Group "${group.name}" asks for the URL segment "${group.canonical}", which can not be used here.`,
  hint: 'It is served under a segment of its own; see the home screen for its URL.',
  file: model.files.get(group)?.path ?? '',
  start: group.statement.start,
  end: group.statement.nameSpan.end,
  line: 1,
  column: 1,
})
