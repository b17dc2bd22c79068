import type { Expression, FilterExpression, ObjectLiteral, TextLiteral } from '@cairn/language'
import type { QueryNode, QueryPaging } from '../../../ports/database.ts'
import { bare, entryOf, switchOf } from './read-tree.ts'
import type { Fail } from './scope.ts'

/** What a request may decide about a query, each an expression of the stack or null. */
export interface External {
  search: Expression | null
  sort: Expression | null
  page: Expression | null
  perPage: Expression | null
  offset: Expression | null
}

/** `external = { search, sort, page, per_page, offset }`. */
export function readExternal(expression: Expression, fail: Fail): External {
  const object = objectOf(expression, fail)
  return {
    search: entryOf(object, 'search'),
    sort: entryOf(object, 'sort'),
    page: entryOf(object, 'page'),
    perPage: entryOf(object, 'per_page'),
    offset: entryOf(object, 'offset'),
  }
}

/** `external_classic = { value: {search, sort, page, per_page}, permissions: {search: true, …} }`. */
export function readExternalClassic(expression: Expression, fail: Fail): External {
  const object = objectOf(expression, fail)
  const value = entryOf(object, 'value')
  const permissions = entryOf(object, 'permissions')
  const allowed = permissions === null ? null : objectOf(permissions, fail)
  const read = (key: string): Expression | null => {
    const permitted = allowed !== null && switchOf(entryOf(allowed, key)) === true
    return value === null || !permitted ? null : memberOrNull(value, key)
  }
  return { search: read('search'), sort: read('sort'), page: read('page'), perPage: read('per_page'), offset: null }
}

/** The paging with what the request says in front of what is written. */
export function overridePaging(
  paging: QueryPaging | null,
  external: External,
  value: (expression: Expression) => QueryNode,
): QueryPaging | null {
  if (external.page === null && external.perPage === null && external.offset === null) return paging
  const over = (expression: Expression | null, written: QueryNode | null): QueryNode | null => {
    if (expression === null) return written
    if (written === null) return value(expression)
    return { kind: 'filter', name: 'coalesce', base: value(expression), args: [written] }
  }
  return {
    page: over(external.page, paging?.page ?? null),
    perPage: over(external.perPage, paging?.perPage ?? null),
    offset: over(external.offset, paging?.offset ?? null),
    totals: paging?.totals ?? false,
    metadata: paging?.metadata ?? true,
  }
}

function objectOf(expression: Expression, fail: Fail): ObjectLiteral {
  const inner = bare(expression)
  if (inner.kind === 'object') return inner
  return fail('unreadable_external', 'Write external = {search: $input.search, page: $input.page}.', expression)
}

/** `value|get:"key"`: null when the key is not there. */
function memberOrNull(value: Expression, key: string): FilterExpression {
  const place = { start: value.start, end: value.end }
  const name: TextLiteral = { kind: 'text', value: key, quote: '"', raw: null, ...place }
  return { kind: 'filter', base: value, name: 'get', nameSpan: place, args: [name], disabled: false, ...place }
}
