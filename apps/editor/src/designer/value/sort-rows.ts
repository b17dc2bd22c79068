import type { Expression } from '@cairn/language'
import { nameOf } from '../engine/document.ts'
import { text } from '../engine/nodes.ts'
import { emptyObject, entryNode, entryOf } from './object-entries.ts'

export const sortOrders = [
  { value: 'asc', label: 'Ascending' },
  { value: 'desc', label: 'Descending' },
  { value: 'rand', label: 'At random' },
] as const

type SortOrder = (typeof sortOrders)[number]['value']

export interface SortRow {
  /** `user.created_at`. */
  by: string
  order: SortOrder
}

/**
 * A sort as rows: `{ column: "asc" }`, `[{ column: "asc" }]` or `[{ sort: "column", order: "asc" }]`. Null for one that
 * is computed, or has parts that rows can not show.
 */
export function readSort(expression: Expression | null): SortRow[] | null {
  if (expression === null) return []
  if (expression.kind === 'object') return readEntries(expression)
  if (expression.kind !== 'array') return null
  const rows: SortRow[] = []
  for (const element of expression.elements) {
    const read = element.kind === 'object' ? (readSpelled(element) ?? readEntries(element)) : null
    if (read === null) return null
    rows.push(...read)
  }
  return rows
}

function readSpelled(expression: Expression): SortRow[] | null {
  const by = nameOf(entryOf(expression, 'sort') ?? entryOf(expression, 'sortBy'))
  const order = orderOf(entryOf(expression, 'order') ?? entryOf(expression, 'orderBy'))
  return by === '' || order === null ? null : [{ by, order }]
}

function readEntries(object: Extract<Expression, { kind: 'object' }>): SortRow[] | null {
  const rows: SortRow[] = []
  for (const item of object.entries) {
    const order = item.kind === 'entry' && !item.disabled ? orderOf(item.value) : null
    if (item.kind !== 'entry' || order === null) return null
    rows.push({ by: item.key, order })
  }
  return rows
}

const orderOf = (expression: Expression | null): SortOrder | null =>
  sortOrders.find(({ value }) => value === nameOf(expression).toLowerCase())?.value ?? null

/** The expression of the rows, `{ "user.created_at": "asc" }`; null when there are none. */
export function writeSort(rows: readonly SortRow[]): Expression | null {
  if (rows.length === 0) return null
  return { ...emptyObject, multiline: false, entries: rows.map(({ by, order }) => entryNode(by, text(order))) }
}
