import type { QueryPlan, Value } from '@cairn/statements'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { readSort } from './read-sort.ts'
import { readWhere } from './read-where.ts'

/** Shapes of a request's filter and sort that are kept for one plan; others are compiled each time. */
const keptShapes = 64

/** Plans made of a plan and the shape of a request's filter and sort. */
export type ExternalPlans = WeakMap<QueryPlan, Map<string, QueryPlan>>

/** The plan with a request's filter and sort in it. Its values follow the stack's, bound as those are. */
export function withExternal(
  plan: QueryPlan,
  values: readonly Value[],
  catalogue: Catalogue,
  kept: ExternalPlans,
): { plan: QueryPlan; values: readonly Value[] } {
  const where = valueAt(plan.additionalWhere, values)
  const order = valueAt(plan.overrideSort, values)
  if (where === null && order === null) return { plan, values }
  const filter = where === null ? null : readWhere(where, plan, catalogue, values.length)
  const sort = order === null ? null : readSort(order, plan, catalogue)
  if (filter === null && sort === null) return { plan, values }
  const shape = JSON.stringify([values.length, filter?.node ?? null, sort])
  const shapes = kept.get(plan) ?? new Map<string, QueryPlan>()
  kept.set(plan, shapes)
  const made = shapes.get(shape) ?? {
    ...plan,
    where: combined(plan.where, filter?.node ?? null),
    sort: sort ?? plan.sort,
  }
  if (shapes.size < keptShapes) shapes.set(shape, made)
  return { plan: made, values: filter === null ? values : [...values, ...filter.values] }
}

function valueAt(given: { slot: number } | null, values: readonly Value[]): Value {
  return given === null ? null : (values[given.slot] ?? null)
}

/** The stack's own condition holds in any case. */
function combined(own: QueryPlan['where'], given: QueryPlan['where']): QueryPlan['where'] {
  if (own === null || given === null) return own ?? given
  return { kind: 'and', items: [own, given] }
}
