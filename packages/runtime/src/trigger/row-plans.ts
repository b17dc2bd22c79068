/** Plans that read rows whole, around a statement that changes them. Kept, since a database compiles each plan once. */
import type { BulkPlan, QueryNode, QueryPlan, RecordPlan, WritePlan } from '@cairn/statements'

const records = new Map<string, RecordPlan>()

/** Finds a row by a field. `lock`: nobody else changes it until the transaction ends. */
export function rowPlan(table: string, field: string, lock: boolean): RecordPlan {
  const key = JSON.stringify([table, field, lock])
  const known = records.get(key)
  if (known !== undefined) return known
  const made: RecordPlan = { kind: 'get', table, field, output: null, addons: [], lock }
  records.set(key, made)
  return made
}

const byIds = new Map<string, QueryPlan>()

/** Finds the rows whose ids are in the list that is its one value. */
export function idsPlan(table: string, lock: boolean): QueryPlan {
  const key = JSON.stringify([table, lock])
  const known = byIds.get(key)
  if (known !== undefined) return known
  const id: QueryNode = { kind: 'column', table, column: 'id', path: [] }
  const made = listPlan(
    table,
    { kind: 'compare', operator: 'in', ignoreNull: false, left: id, right: { kind: 'value', slot: 0 } },
    lock,
  )
  byIds.set(key, made)
  return made
}

const byConditions = new WeakMap<BulkPlan, QueryPlan>()

/** Finds, and locks, the rows that a bulk statement with a condition is about to change. */
export function conditionPlan(plan: BulkPlan): QueryPlan {
  const known = byConditions.get(plan)
  if (known !== undefined) return known
  const made = listPlan(plan.table, plan.where, true)
  byConditions.set(plan, made)
  return made
}

const withIds = new WeakMap<WritePlan, WritePlan>()

/** The same write, whose answer has the id of the row; the plan itself where it has it already. */
export function planWithId(plan: WritePlan): WritePlan {
  if (plan.output === null || plan.output.includes('id')) return plan
  const known = withIds.get(plan)
  if (known !== undefined) return known
  const made = { ...plan, output: [...plan.output, 'id'] }
  withIds.set(plan, made)
  return made
}

function listPlan(table: string, where: QueryNode | null, lock: boolean): QueryPlan {
  return {
    kind: 'query',
    table,
    where,
    additionalWhere: null,
    joins: [],
    evals: [],
    sort: [],
    overrideSort: null,
    return: { type: 'list', paging: null, distinct: false },
    output: null,
    addons: [],
    lock,
  }
}
