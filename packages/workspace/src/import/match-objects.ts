import type { SourceObjectModel as ObjectRow } from '../prisma/models.ts'
import type { SourcePart } from './split-files.ts'

export interface Match {
  pairs: { part: SourcePart; row: ObjectRow | null }[]
  /** Saved objects that no part stands for. */
  left: ObjectRow[]
}

/**
 * Pairs imported parts with saved objects: by kind and identity first; then, for a part or object that can not be read,
 * by its place, so that a text broken for a while stays the same object.
 */
export const matchObjects = (parts: SourcePart[], rows: ObjectRow[]): Match => {
  const byIdentity = new Map(rows.map((row) => [`${row.kind}\n${row.identity}`, row]))
  const found = parts.map((part) => byIdentity.get(`${part.kind}\n${part.identity}`) ?? null)
  const used = new Set(found)
  const byPlace = new Map(rows.filter((row) => !used.has(row)).map((row) => [`${row.path}\n${row.position}`, row]))
  const pairs = parts.map((part, index) => {
    const row = found[index] ?? null
    if (row !== null) return { part, row }
    const there = byPlace.get(`${part.path}\n${part.position}`)
    if (there === undefined || (part.kind !== 'unread' && there.kind !== 'unread')) return { part, row: null }
    used.add(there)
    return { part, row: there }
  })
  return { pairs, left: rows.filter((row) => !used.has(row)) }
}
