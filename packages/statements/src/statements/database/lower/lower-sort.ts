import type { Expression } from '@cairn/language'
import type { QuerySort } from '../../../ports/database.ts'
import { bare, chainOf, entryOf, textOf } from './read-tree.ts'
import type { Fail } from './scope.ts'

/**
 * `{ "table.column": "asc" }`, `[{ column: "desc" }]` or `[{ sort: "column", order: "asc" }]`. Null when the whole sort
 * is computed by the stack.
 */
export function lowerSort(expression: Expression | null, fail: Fail): QuerySort[] | null {
  if (expression === null) return []
  const inner = bare(expression)
  if (inner.kind === 'null') return []
  if (inner.kind === 'array') return inner.elements.flatMap((element) => lowerSortItem(element, fail))
  if (inner.kind === 'object') return lowerSortItem(inner, fail)
  const name = textOf(inner)
  if (name !== null) return name === '' ? [] : [sortByName(name)]
  return null
}

function lowerSortItem(expression: Expression, fail: Fail): QuerySort[] {
  const inner = bare(expression)
  if (inner.kind !== 'object') return fail('unreadable_sort', 'A sort is written {column: "asc"}.', expression)
  const by = nameOf(entryOf(inner, 'sortBy', 'sort', 'by', 'field', 'column'))
  const order = entryOf(inner, 'orderBy', 'order', 'direction', 'dir')
  if (by !== null && order !== null) return [{ by, order: orderOf(order, fail) }]
  return inner.entries.flatMap((entry) => {
    if (entry.kind !== 'entry') return fail('unreadable_sort', 'A sort is written {column: "asc"}.', entry)
    return entry.disabled ? [] : [{ by: withoutRoot(entry.key), order: orderOf(entry.value, fail) }]
  })
}

function nameOf(expression: Expression | null): string | null {
  if (expression === null) return null
  const chain = chainOf(expression)
  if (chain?.root === 'db') return chain.keys.join('.')
  return textOf(expression)
}

function withoutRoot(name: string): string {
  return name.startsWith('$db.') ? name.slice('$db.'.length) : name
}

function sortByName(name: string): QuerySort {
  const descending = name.startsWith('-')
  return { by: withoutRoot(descending ? name.slice(1) : name), order: descending ? 'desc' : 'asc' }
}

function orderOf(expression: Expression, fail: Fail): QuerySort['order'] {
  const order = textOf(expression)?.toLowerCase()
  if (order === 'asc' || order === 'desc' || order === 'rand') return order
  return fail(
    'unreadable_sort',
    'The order of a sort is asc, desc or rand; use override_sort to compute it.',
    expression,
  )
}
