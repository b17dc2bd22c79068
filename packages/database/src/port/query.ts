import type { QueryPaging, QueryPlan, Value } from '@cairn/statements'
import { withExternal } from '../external/with-external.ts'
import { int } from '../catalogue/value-types.ts'
import type { BoundRequest } from '../sql/compilation.ts'
import type { CompiledQuery } from '../sql/compile-query.ts'
import { wholeNumber } from '../sql/nodes/value.ts'
import type { Row } from '../sql/projection.ts'
import { refuseAddons } from './addons.ts'
import { QueryProgram } from './query-program.ts'
import type { Runner } from './runner.ts'
import type { Store } from './store.ts'
import { streamRows } from './stream.ts'

const defaultPerPage = 25
/** More than this at once belongs in a stream. */
const mostPerPage = 10_000

/** `db.query`, in the shape its return type asks for. */
export async function runQuery(
  written: QueryPlan,
  given: readonly Value[],
  store: Store,
  runner: Runner,
): Promise<Value> {
  const { plan, values } = withExternal(written, given, store.catalogue, store.externals)
  refuseAddons(plan.addons)
  const program = programOf(plan, store)
  const { states, guarded, request } = program.bind(values, store.time)
  switch (plan.return.type) {
    case 'count':
      return firstNumber(program.variant('count', states), request, runner)
    case 'exists':
      return (await firstNumber(program.variant('exists', states), request, runner)) > 0
    case 'single': {
      const rows = await rowsOf(program.variant('rows', states), request, runner)
      return rows[0] ?? null
    }
    case 'stream': {
      if (plan.return.paging !== null) guarded.push(...pageOf(plan.return.paging, values, store).limits)
      return streamRows(program.variant('rows', states), bound(program.variant('rows', states), request), runner)
    }
    case 'list':
    case 'aggregate': {
      const page = plan.return.paging === null ? null : pageOf(plan.return.paging, values, store)
      if (page !== null) guarded.push(...page.limits)
      const found = rowsOf(program.variant('rows', states), request, runner)
      const counted = page?.totals === true ? firstNumber(program.variant('count', states), request, runner) : null
      const [rows, total] = await Promise.all([found, counted])
      if (page === null) {
        return rows
      }
      const items = rows.slice(0, page.perPage)
      return page.metadata ? envelope(page, items, rows.length > page.perPage, total) : items
    }
  }
}

export function programOf(plan: QueryPlan, store: Store): QueryProgram {
  const known = store.queries.get(plan)
  if (known !== undefined) return known
  const made = new QueryProgram(plan, store.catalogue)
  store.queries.set(plan, made)
  return made
}

export function bound(query: Pick<CompiledQuery, 'parameters'>, request: BoundRequest): unknown[] {
  return query.parameters.map((parameter) => parameter.read(request))
}

async function rowsOf(query: CompiledQuery, request: BoundRequest, runner: Runner): Promise<Row[]> {
  return (await runner.run(query.statement, bound(query, request))).rows
}

async function firstNumber(query: CompiledQuery, request: BoundRequest, runner: Runner): Promise<number> {
  return Number((await rowsOf(query, request, runner))[0]?.['count'] ?? 0)
}

interface Page {
  number: number
  perPage: number
  offset: number
  totals: boolean
  metadata: boolean
  /** One row more than the page: whether there is a next one. */
  limits: [limit: number, offset: number]
}

function pageOf(paging: QueryPaging, values: readonly Value[], store: Store): Page {
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

function envelope(page: Page, items: Row[], hasNext: boolean, total: number | null): Row {
  const head = {
    itemsReceived: items.length,
    curPage: page.number,
    nextPage: hasNext ? page.number + 1 : null,
    prevPage: page.number > 1 ? page.number - 1 : null,
    offset: page.offset,
    perPage: page.perPage,
  }
  if (total === null) return { ...head, items }
  return { ...head, itemsTotal: total, pageTotal: Math.ceil(total / page.perPage), items }
}
