import type { Expression, ObjectLiteral } from '@cairn/language'
import type { QueryNode } from '../../../ports/database.ts'
import { lowerOperand } from './lower-expression.ts'
import { queryFilterName } from './query-filters.ts'
import { bare, entryOf, switchOf, textOf } from './read-tree.ts'
import type { Scope } from './scope.ts'

interface Eval {
  name: string
  value: QueryNode
}

/**
 * Computed columns and groups: `{ name: expression }`, or the older `[{ name: "table.column", as, filter: [{ name }] }]`.
 */
export function lowerEvals(expression: Expression | null, scope: Scope): Eval[] {
  if (expression === null) return []
  const inner = bare(expression)
  if (inner.kind === 'array') return inner.elements.map((element) => lowerOlderEval(element, scope))
  if (inner.kind !== 'object') return scope.fail('unreadable_eval', 'Write {name: $db.column}.', expression)
  return inner.entries.flatMap((entry) => {
    if (entry.kind !== 'entry') return scope.fail('unreadable_eval', 'Write {name: $db.column}.', entry)
    if (entry.disabled) return []
    const column = textOf(entry.value)
    const names = column !== null && bare(entry.value).kind === 'text' && column.includes('.')
    return [{ name: entry.key, value: names ? columnNamed(column, scope) : lowerOperand(entry.value, scope) }]
  })
}

function lowerOlderEval(expression: Expression, scope: Scope): Eval {
  const inner = bare(expression)
  const column = inner.kind === 'object' ? textOf(entryOf(inner, 'name')) : null
  if (inner.kind !== 'object' || column === null) {
    return scope.fail('unreadable_eval', 'An eval names its column: {name: "table.column", as: "x"}.', expression)
  }
  const filters = entryOf(inner, 'filter', 'filters')
  return {
    name: textOf(entryOf(inner, 'as')) ?? column,
    value: olderFilters(filters, scope).reduce(
      (base, filter) => lowerOlderFilter(base, filter, scope),
      columnNamed(column, scope),
    ),
  }
}

function olderFilters(expression: Expression | null, scope: Scope): ObjectLiteral[] {
  if (expression === null) return []
  const inner = bare(expression)
  const filters = inner.kind === 'array' ? inner.elements.map(bare) : []
  const objects = filters.filter((filter) => filter.kind === 'object')
  if (inner.kind !== 'array' || objects.length !== filters.length) {
    return scope.fail('unreadable_eval', 'Filters of an eval are written [{name: "sum"}].', expression)
  }
  return objects
}

function lowerOlderFilter(base: QueryNode, filter: ObjectLiteral, scope: Scope): QueryNode {
  if (switchOf(entryOf(filter, 'disabled')) === true) return base
  const name = textOf(entryOf(filter, 'name'))
  if (name === null) return scope.fail('unreadable_eval', 'A filter must have a name.', filter)
  const args = entryOf(filter, 'arg', 'args')
  const list = args === null ? [] : argumentsOf(args)
  return { kind: 'filter', name: queryFilterName(name), base, args: list.map((item) => lowerOperand(item, scope)) }
}

function argumentsOf(expression: Expression): Expression[] {
  const inner = bare(expression)
  const items = inner.kind === 'array' ? inner.elements : [inner]
  return items.map((item) => {
    const object = bare(item)
    return (object.kind === 'object' ? entryOf(object, 'value') : null) ?? item
  })
}

function columnNamed(name: string, scope: Scope): QueryNode {
  const [first = '', second, ...path] = name.split('.')
  if (second === undefined) return { kind: 'column', table: scope.table, column: first, path: [] }
  const known = first === scope.table || scope.aliases.some((join) => join.alias === first)
  if (known) return { kind: 'column', table: first, column: second, path }
  return { kind: 'column', table: scope.table, column: first, path: [second, ...path] }
}
