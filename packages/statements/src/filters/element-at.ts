import type { FilterArgument, FilterContext } from '../define/types.ts'
import { argument } from '../define/filter-parameter.ts'
import { getPath } from '../values/path/get-path.ts'
import type { Value } from '../values/value.ts'
import { pathExpressions } from './list.ts'

/** Words that mean the element itself, as no path does. */
const itself = new Set<Value>([null, '', '$this', '$$'])

/** Reads what a filter goes by from each element: the value at a path, or the element itself without one. */
export function elementReader(path: FilterArgument, context: FilterContext): (item: Value) => Value {
  if (typeof path === 'function') return (item) => path(item, null, null, null)
  const at = argument(path)
  if (itself.has(at)) return (item) => item
  const expressions = pathExpressions(context)
  return (item) => getPath(item, at, expressions) ?? null
}
