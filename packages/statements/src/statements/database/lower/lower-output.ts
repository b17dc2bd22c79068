import type { Expression } from '@cairn/language'
import { bare, textOf } from './read-tree.ts'
import type { Fail } from './scope.ts'

/** The column names of `output = ["id", "items.name"]`; null (all columns) when none are named. */
export function lowerOutput(expression: Expression | null, fail: Fail): string[] | null {
  if (expression === null) return null
  const inner = bare(expression)
  if (inner.kind === 'null') return null
  if (inner.kind !== 'array') return fail('unreadable_output', 'Output is written ["id", "name"].', expression)
  const names = inner.elements.map(
    (element) => textOf(element) ?? fail('unreadable_output', 'Output names columns as text.', element),
  )
  return names.length === 0 ? null : names
}
