import type { QueryPaging, Value } from '@cairn/statements'
import { int } from '../catalogue/value-types.ts'
import { wholeNumber } from '../sql/nodes/value.ts'
import type { Row } from '../sql/projection.ts'
import type { Store } from './store.ts'

const defaultPerPage = 25
/** More than this at once belongs in a stream. */
const mostPerPage = 10_000

/** A page that was asked for, its numbers read and kept within bounds. */
export interface Page {
  number: number
  perPage: number
  offset: number
  totals: boolean
  metadata: boolean
  /** One row more than the page: whether there is a next one. */
  limits: [limit: number, offset: number]
}

export function pageOf(paging: QueryPaging, values: readonly Value[], store: Store): Page {
  const read = (node: QueryPaging['page']): number | null =>
    wholeNumber(node, values, (value) => int.convert(value, store.time))
  const number = Math.max(1, read(paging.page) ?? 1)
  const perPage = Math.min(mostPerPage, Math.max(1, read(paging.perPage) ?? defaultPerPage))
  const offset = (number - 1) * perPage + Math.max(0, read(paging.offset) ?? 0)
  return {
    number,
    perPage,
    offset,
    totals: paging.totals && paging.metadata,
    metadata: paging.metadata,
    limits: [perPage + 1, offset],
  }
}

/** The rows of a page, within what is said about it when that was asked for. `rows` may hold one too many. */
export function pageValue(page: Page, rows: readonly Row[], total: number | null): Value {
  const items = rows.slice(0, page.perPage)
  if (!page.metadata) return items
  const head = {
    itemsReceived: items.length,
    curPage: page.number,
    nextPage: rows.length > page.perPage ? page.number + 1 : null,
    prevPage: page.number > 1 ? page.number - 1 : null,
    offset: page.offset,
    perPage: page.perPage,
  }
  if (total === null) return { ...head, items }
  return { ...head, itemsTotal: total, pageTotal: Math.ceil(total / page.perPage), items }
}
