import { StackError, type QueryPlan, type Value } from '@cairn/statements'

/**
 * Refuses what comes from outside as filter or sort: to leave it out would answer with rows that were to be filtered.
 * Without a value there is nothing to apply, and the plan stands.
 */
export function withExternal(plan: QueryPlan, values: readonly Value[]): QueryPlan {
  for (const given of [plan.additionalWhere, plan.overrideSort]) {
    const value = given === null ? null : (values[given.slot] ?? null)
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue
    throw new StackError('standard', 'not_available', 'External filters and sorting are not available yet.')
  }
  return plan
}
