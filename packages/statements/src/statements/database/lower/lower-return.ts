import type { Expression, ObjectLiteral } from '@cairn/language'
import type { QueryNode, QueryPaging, QueryPlan } from '../../../ports/database.ts'
import { lowerEvals } from './lower-eval.ts'
import { lowerOperand } from './lower-expression.ts'
import { bare, entryOf, switchOf, textOf } from './read-tree.ts'
import type { Fail, Scope } from './scope.ts'

export type QueryReturn = QueryPlan['return']

/** The object literal of `return = { type: … }`, or null when none was written. */
export function readReturn(expression: Expression | null, fail: Fail): ObjectLiteral | null {
  if (expression === null) return null
  const inner = bare(expression)
  if (inner.kind === 'object') return inner
  if (inner.kind === 'null') return null
  return fail('unreadable_return', 'Write return = {type: "list"}.', expression)
}

/** The type of result and its settings; a list when nothing is said. */
export function lowerReturn(written: ObjectLiteral | null, scope: Scope): QueryReturn {
  if (written === null) return { type: 'list', paging: null, distinct: false }
  const type = entryOf(written, 'type')
  const name = type === null ? 'list' : textOf(type)
  if (name === 'single' || name === 'count' || name === 'exists') return { type: name }
  const paging = lowerPaging(entryOf(written, 'paging'), scope)
  if (name === 'list' || name === 'stream') {
    return { type: name, paging, distinct: switchOrFail(written, 'distinct', false, scope.fail) }
  }
  if (name === 'aggregate') return lowerAggregate(written, scope)
  return scope.fail(
    'unknown_return_type',
    'The type is list, single, count, exists, stream or aggregate.',
    type ?? written,
  )
}

/** Groups and their computed values: `{ group: {…}, eval: {…}, paging }`. */
export function lowerAggregate(written: ObjectLiteral, scope: Scope): QueryReturn {
  return {
    type: 'aggregate',
    paging: lowerPaging(entryOf(written, 'paging'), scope),
    group: lowerEvals(entryOf(written, 'group'), scope),
    evals: lowerEvals(entryOf(written, 'eval'), scope),
  }
}

function lowerPaging(expression: Expression | null, scope: Scope): QueryPaging | null {
  if (expression === null) return null
  const inner = bare(expression)
  if (inner.kind === 'null') return null
  if (inner.kind !== 'object') {
    return scope.fail('unreadable_paging', 'Paging is written {page: 1, per_page: 25}.', expression)
  }
  return {
    page: lowerOptional(entryOf(inner, 'page'), scope),
    perPage: lowerOptional(entryOf(inner, 'per_page'), scope),
    offset: lowerOptional(entryOf(inner, 'offset'), scope),
    totals: switchOrFail(inner, 'totals', false, scope.fail),
    metadata: switchOrFail(inner, 'metadata', true, scope.fail),
  }
}

function lowerOptional(expression: Expression | null, scope: Scope): QueryNode | null {
  return expression === null ? null : lowerOperand(expression, scope)
}

function switchOrFail(object: ObjectLiteral, key: string, fallback: boolean, fail: Fail): boolean {
  const written = entryOf(object, key)
  if (written === null) return fallback
  return switchOf(written) ?? fail('computed_setting', `${key} must be written as true or false.`, written)
}
