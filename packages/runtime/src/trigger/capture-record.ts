import { isObject, type DatabasePort, type RecordPlan, type Value, type WritePlan } from '@cairn/statements'
import type { Captured } from './row-change.ts'
import { planWithId, rowPlan } from './row-plans.ts'

/** Runs a write of one row and says what became of the row. */
export async function captureWrite(
  database: DatabasePort,
  plan: WritePlan,
  fieldValue: Value,
  values: readonly Value[],
): Promise<Captured> {
  // One that may add deals with others that add at once, which it can only outside a transaction.
  if (plan.kind === 'add' || plan.kind === 'add_or_edit') return writeRow(database, plan, fieldValue, values, false)
  return database.transaction((inner) => writeRow(inner, plan, fieldValue, values, true))
}

async function writeRow(
  database: DatabasePort,
  plan: WritePlan,
  fieldValue: Value,
  values: readonly Value[],
  lock: boolean,
): Promise<Captured> {
  const find = rowPlan(plan.table, plan.field ?? 'id', lock)
  const old = plan.kind === 'add' ? null : await database.record(find, fieldValue)
  const wider = planWithId(plan)
  const answer = await database.write(wider, fieldValue, values)
  if (!isObject(answer)) return { answer, changes: [] }
  const { id = null, ...rest } = answer
  const fresh = await database.record(rowPlan(plan.table, 'id', false), id)
  const action = old === null ? 'insert' : 'update'
  return { answer: wider === plan ? answer : rest, changes: [{ action, old, new: fresh }] }
}

/** Deletes one row and says which. */
export async function captureDelete(database: DatabasePort, plan: RecordPlan, fieldValue: Value): Promise<Captured> {
  return database.transaction(async (inner) => {
    const old = await inner.record(rowPlan(plan.table, plan.field, true), fieldValue)
    const answer = await inner.record(plan, fieldValue)
    return { answer, changes: old === null ? [] : [{ action: 'delete', old, new: null }] }
  })
}
