import type { QueryAddon, Value } from '@cairn/statements'
import type { Row } from '../sql/projection.ts'

type Input = QueryAddon['input'][string]

/** Where one result goes, and the row it is for. */
export interface Place {
  holder: Row
  row: Row
}

/** The objects of a row that get the addon's result: the row, or those at the path; of a list, each element. */
export function placesIn(row: Row, as: readonly string[]): Place[] {
  let found: Value[] = [row]
  for (const key of as.slice(0, -1)) found = found.flatMap((value) => membersOf(value, key))
  return found.flatMap((value) => (isRow(value) ? [{ holder: value, row }] : []))
}

function membersOf(value: Value, key: string): Value[] {
  if (!isRow(value) || !Object.hasOwn(value, key)) return []
  const member = value[key]!
  return Array.isArray(member) ? member : [member]
}

/** The value of an addon's input for one place. */
export function inputAt(
  input: Input | undefined,
  place: Place,
  as: readonly string[],
  values: readonly Value[],
): Value {
  if (input === undefined) return null
  if (input.kind === 'literal') return input.value
  if (input.kind === 'value') return values[input.slot] ?? null
  return outputAt(input.path, place, as.slice(0, -1))
}

/** `$output.path`: from the row; within a document, by the document's own path or the names of its members. */
function outputAt(path: readonly string[], { holder, row }: Place, at: readonly string[]): Value {
  if (at.length > 0 && at.every((key, i) => path[i] === key)) return valueAt(holder, path.slice(at.length))
  const plain = path[0] === 'items' && !Object.hasOwn(row, 'items') ? path.slice(1) : path
  return valueAt(Object.hasOwn(holder, plain[0] ?? '') ? holder : row, plain)
}

function valueAt(from: Value, path: readonly string[]): Value {
  let value = from
  for (const key of path) {
    if (!isRow(value) || !Object.hasOwn(value, key)) return null
    value = value[key]!
  }
  return value
}

/** Puts a result in its place. Defined, not assigned: any name is a member of its own. */
export function put(place: Place, as: readonly string[], value: Value): void {
  Object.defineProperty(place.holder, as.at(-1) ?? '', {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
}

function isRow(value: Value | undefined): value is Row {
  return value !== null && value !== undefined && typeof value === 'object' && !Array.isArray(value)
}
