import type { QueryPlan, Value } from '@cairn/statements'
import { withExternal } from '../external/with-external.ts'
import type { BoundRequest } from '../sql/compilation.ts'
import type { CompiledQuery } from '../sql/compile-query.ts'
import type { Row } from '../sql/projection.ts'
import { attachAddons, hide, neededPlan } from './addons.ts'
import { pageOf, pageValue } from './page.ts'
import { programOf } from './query-program.ts'
import type { Runner } from './runner.ts'
import type { Store } from './store.ts'
import { streamRows } from './stream.ts'

/** `db.query`, in the shape its return type asks for. */
export async function runQuery(
  written: QueryPlan,
  given: readonly Value[],
  store: Store,
  runner: Runner,
): Promise<Value> {
  const needed = neededPlan(written, store)
  const { plan, values } = withExternal(needed.plan, given, store.catalogue, store.externals)
  const program = programOf(plan, store)
  const { states, guarded, request } = program.bind(values, store.time)
  const complete = async (rows: readonly Row[], on: Runner): Promise<void> => {
    if (plan.addons.length === 0) return
    const parents = rows.map((row) => ({ row, values: given }))
    await attachAddons(parents, plan.addons, store, on)
    for (const row of rows) hide(row, needed.unseen)
  }
  switch (plan.return.type) {
    case 'count':
      return firstNumber(program.variant('count', states), request, runner)
    case 'exists':
      return (await firstNumber(program.variant('exists', states), request, runner)) > 0
    case 'single': {
      const rows = await rowsOf(program.variant('rows', states), request, runner)
      await complete(rows, runner)
      return rows[0] ?? null
    }
    case 'stream': {
      if (plan.return.paging !== null) guarded.push(...pageOf(plan.return.paging, values, store).limits)
      const query = program.variant('rows', states)
      return streamRows(query, bound(query, request), runner, complete)
    }
    case 'list':
    case 'aggregate': {
      const page = plan.return.paging === null ? null : pageOf(plan.return.paging, values, store)
      if (page !== null) guarded.push(...page.limits)
      const found = rowsOf(program.variant('rows', states), request, runner)
      const counted = page?.totals === true ? firstNumber(program.variant('count', states), request, runner) : null
      const [rows, total] = await Promise.all([found, counted])
      await complete(page === null ? rows : rows.slice(0, page.perPage), runner)
      return page === null ? rows : pageValue(page, rows, total)
    }
  }
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
