import { StackError, type QueryNode } from '@cairn/statements'
import type { Compilation, Typed } from '../compilation.ts'
import { queryFilters } from '../query-filters.ts'

/** `base|name:arg`: a query filter or an aggregate. */
export function filter(node: Extract<QueryNode, { kind: 'filter' }>, to: Compilation): Typed {
  const found = queryFilters.get(node.name)
  if (found === undefined) {
    throw new StackError('standard', 'unknown_filter', `The filter "${node.name}" cannot be used in a query.`)
  }
  if ('needs' in found) {
    throw new StackError(
      'standard',
      'needs_extension',
      `The filter "${node.name}" needs the extension ${found.needs}.`,
      {
        hint: 'Stock PostgreSQL does not have it, and Cairn does not use it yet.',
      },
    )
  }
  const base = to.expression(node.base, found.base ?? null)
  const given = node.args.map((arg, i) => to.expression(arg, found.args?.(base)[i] ?? null))
  if (given.length < (found.required ?? 0)) {
    throw new StackError(
      'standard',
      'missing_argument',
      `The filter "${node.name}" needs ${found.required} argument(s).`,
    )
  }
  return found.sql(base, given, { node, to })
}
