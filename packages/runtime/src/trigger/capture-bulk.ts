import { isObject, type BulkPlan, type DatabasePort, type Value } from '@cairn/statements'
import type { Captured, Row, RowChange } from './row-change.ts'
import { conditionPlan, idsPlan } from './row-plans.ts'

/** Runs a bulk statement and says what became of each row. */
export async function captureBulk(
  database: DatabasePort,
  plan: BulkPlan,
  items: Value,
  values: readonly Value[],
): Promise<Captured> {
  if (plan.kind === 'bulk.add') {
    const answer = await database.bulk(plan, items, values)
    return { answer, changes: rowsOf(answer).map((row) => ({ action: 'insert', old: null, new: row })) }
  }
  return database.transaction(async (inner) => {
    const before = await rowsBefore(inner, plan, items, values)
    const answer = await inner.bulk(plan, items, values)
    if (plan.kind === 'bulk.delete') {
      return { answer, changes: before.map((old): RowChange => ({ action: 'delete', old, new: null })) }
    }
    const ids = before.map((row) => row['id'] ?? null)
    const after = new Map(rowsOf(await inner.query(idsPlan(plan.table, false), [ids])).map((row) => [row['id'], row]))
    const changes = before.map((old): RowChange => ({ action: 'update', old, new: after.get(old['id']) ?? null }))
    return { answer, changes }
  })
}

async function rowsBefore(
  database: DatabasePort,
  plan: BulkPlan,
  items: Value,
  values: readonly Value[],
): Promise<Row[]> {
  if (plan.kind === 'bulk.delete' || plan.where !== null)
    return rowsOf(await database.query(conditionPlan(plan), values))
  const ids = rowsOf(items).map((item) => item['id'] ?? null)
  const found = new Map(rowsOf(await database.query(idsPlan(plan.table, true), [ids])).map((row) => [row['id'], row]))
  return [...found.values()]
}

function rowsOf(value: Value): Row[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
