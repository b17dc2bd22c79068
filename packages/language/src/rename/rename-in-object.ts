import { parse } from '../parse/parse-file.ts'
import { findReferences, type ReferenceKind } from '../references/find-references.ts'
import type { Statement } from '../tree.ts'
import { columnPlaces, type ColumnRenaming } from './column-places.ts'
import { variablePlaces, type NamePlace } from './variable-places.ts'

/** What can be renamed. Tables, columns and functions are named across objects, inputs and variables within one. */
export type Renaming =
  | { kind: ReferenceKind; from: string; to: string }
  | { kind: 'input' | 'variable'; from: string; to: string }
  | ColumnRenaming

export interface RenamedObject {
  text: string
  /** How many places were changed. */
  places: number
}

/** What a variable or an input may be called, and what a table or function may be called without quotes. */
const NAME = /^[A-Za-z_]\w*$/

/**
 * An object with something renamed wherever it is named; only those characters change. Null when it is not named there,
 * when the text holds no object, or when an input, variable or column can not be called so because it is no name or taken.
 */
export function renameInObject(text: string, renaming: Renaming): RenamedObject | null {
  const [object] = parse(text).file.objects
  if (object?.kind !== 'statement') return null
  const places = placesOf(text, object, renaming)
  if (places === null || places.length === 0) return null
  let [renamed, at] = ['', 0]
  for (const { start, end, text: name } of places) {
    renamed += text.slice(at, start) + name
    at = end
  }
  return { text: renamed + text.slice(at), places: places.length }
}

function placesOf(text: string, object: Statement, renaming: Renaming): NamePlace[] | null {
  const { kind, from, to } = renaming
  if (kind === 'column') {
    const taken = object.name === 'table' && columnPlaces(text, object, { ...renaming, from: to }).length > 0
    return taken || !NAME.test(to) ? null : columnPlaces(text, object, renaming)
  }
  if (kind === 'input' || kind === 'variable') {
    if (!NAME.test(to) || variablePlaces(text, object, kind, to, to).length > 0) return null
    return variablePlaces(text, object, kind, from, to)
  }
  const own = object.name === kind && object.target !== null && nameOf(object.target) === from ? [object.target] : []
  const named = [...own, ...findReferences(object, kind, from)]
  return named
    .map(({ start, end }) => ({ start, end, text: text[start] === '"' || !NAME.test(to) ? JSON.stringify(to) : to }))
    .toSorted((a, b) => a.start - b.start)
}

function nameOf(target: NonNullable<Statement['target']>): string | null {
  return target.kind === 'text' || target.kind === 'word' ? target.value : null
}
