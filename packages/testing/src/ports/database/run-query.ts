import { compare, isTruthy, ValueStream } from '@cairn/statements'
import type { QueryNode, QueryPaging, QueryPlan, QuerySort, Value, ValueObject } from '@cairn/statements'
import { evaluateNode, type NodeScope } from './evaluate-node.ts'
import { select } from './select.ts'

const defaultPerPage = 25

/** Runs a query over rows in memory: conditions, sorting and paging; the rest needs a real database and throws. */
export function runQuery(plan: QueryPlan, values: readonly Value[], rows: readonly ValueObject[], now: number): Value {
  refuse(plan)
  const scope = (row: ValueObject): NodeScope => ({ row, values, now })
  const found = rows.filter((row) => plan.where === null || isTruthy(evaluateNode(plan.where, scope(row))))
  const computed = found.map((row) => withEvals(row, plan, scope(row)))
  const sorted = computed.toSorted((left, right) => compareBy(plan.sort, left, right))
  const chosen = sorted.map((row) => select(row, plan.output))
  const { type } = plan.return
  if (type === 'count') return chosen.length
  if (type === 'exists') return chosen.length > 0
  if (type === 'single') return chosen[0] ?? null
  if (type === 'aggregate') throw new Error('The fake database does not aggregate; test it on a real one.')
  const { paging } = plan.return
  const result = paging === null ? chosen : pageOf(chosen, paging, values)
  return type === 'stream' && Array.isArray(result) ? new ValueStream(itemsOf(result)) : result
}

function refuse(plan: QueryPlan): void {
  const parts = {
    joins: plan.joins.length,
    addons: plan.addons.length,
    additionalWhere: Number(plan.additionalWhere !== null),
  }
  for (const [part, count] of Object.entries({ ...parts, overrideSort: Number(plan.overrideSort !== null) })) {
    if (count !== 0) throw new Error(`The fake database has no ${part}; test it on a real one.`)
  }
}

function withEvals(row: ValueObject, plan: QueryPlan, scope: NodeScope): ValueObject {
  if (plan.evals.length === 0) return row
  return { ...row, ...Object.fromEntries(plan.evals.map(({ name, value }) => [name, evaluateNode(value, scope)])) }
}

function compareBy(sorts: readonly QuerySort[], left: ValueObject, right: ValueObject): number {
  for (const { by, order } of sorts) {
    const column = by.split('.').at(-1) ?? by
    const result = compare(left[column] ?? null, right[column] ?? null)
    if (result !== 0) return order === 'desc' ? -result : result
  }
  return 0
}

function pageOf(rows: Value[], paging: QueryPaging, values: readonly Value[]): Value {
  const page = Math.max(1, numberOf(paging.page, values) ?? 1)
  const perPage = Math.max(1, numberOf(paging.perPage, values) ?? defaultPerPage)
  const offset = (page - 1) * perPage + (numberOf(paging.offset, values) ?? 0)
  const items = rows.slice(offset, offset + perPage)
  if (!paging.metadata) return items
  const nextPage = rows.length > offset + perPage ? page + 1 : null
  const head = { itemsReceived: items.length, curPage: page, nextPage, prevPage: page > 1 ? page - 1 : null }
  const totals = paging.totals ? { itemsTotal: rows.length, pageTotal: Math.ceil(rows.length / perPage) } : {}
  return { ...head, offset, perPage, ...totals, items }
}

function numberOf(node: QueryNode | null, values: readonly Value[]): number | null {
  const value = node === null ? null : evaluateNode(node, { row: {}, values, now: 0 })
  return value === null ? null : Number(value)
}

async function* itemsOf(items: readonly Value[]): AsyncGenerator<Value> {
  yield* items
}
