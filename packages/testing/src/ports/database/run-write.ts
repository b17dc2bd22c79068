import { isObject, looseEquals, StackError } from '@cairn/statements'
import type { BulkPlan, Value, ValueObject, WritePlan } from '@cairn/statements'
import { evaluateNode } from './evaluate-node.ts'
import { select } from './select.ts'
import type { Tables } from './tables.ts'

/** Adds or changes one row; the row as it is now, null when none was found. */
export function runWrite(tables: Tables, plan: WritePlan, fieldValue: Value, values: readonly Value[]): Value {
  const data = plan.columns === null ? objectOf(values[0] ?? null) : byColumn(plan.columns, values)
  if (plan.kind === 'add') return select(tables.add(plan.table, data, true), plan.output)
  const field = plan.field ?? 'id'
  const at = tables.get(plan.table).rows.findIndex((row) => looseEquals(row[field] ?? null, fieldValue))
  if (at >= 0) return select(change(tables, plan.table, at, data), plan.output)
  if (plan.kind !== 'add_or_edit') return null
  const named = field === 'id' ? data : { [field]: fieldValue, ...data }
  return select(tables.add(plan.table, named, true), plan.output)
}

/** Writes many rows: those added or changed, or how many were deleted. */
export function runBulk(tables: Tables, plan: BulkPlan, items: Value, values: readonly Value[], now: number): Value {
  const matches = (row: ValueObject): boolean =>
    plan.where !== null && evaluateNode(plan.where, { row, values, now }) === true
  if (plan.kind === 'bulk.delete') return deleteWhere(tables, plan.table, matches)
  if (plan.where !== null) return changeWhere(tables, plan.table, matches, objectOf(items))
  const list = Array.isArray(items) ? items.map(objectOf) : []
  if (plan.kind === 'bulk.add') return list.map((item) => select(tables.add(plan.table, item, plan.allowId), null))
  return list.flatMap((item) => {
    const at = tables.get(plan.table).rows.findIndex((row) => looseEquals(row['id'] ?? null, item['id'] ?? null))
    return at < 0 ? [] : [select(change(tables, plan.table, at, item), null)]
  })
}

function change(tables: Tables, name: string, at: number, data: ValueObject): ValueObject {
  const { rows } = tables.get(name)
  const row = { ...rows[at], ...data, id: rows[at]?.['id'] ?? null }
  rows[at] = row
  return row
}

function changeWhere(
  tables: Tables,
  name: string,
  matches: (row: ValueObject) => boolean,
  data: ValueObject,
): ValueObject[] {
  const { rows } = tables.get(name)
  return rows.flatMap((row, at) => (matches(row) ? [select(change(tables, name, at, data), null)] : []))
}

function deleteWhere(tables: Tables, name: string, matches: (row: ValueObject) => boolean): number {
  const table = tables.get(name)
  const kept = table.rows.filter((row) => !matches(row))
  const gone = table.rows.length - kept.length
  table.rows = kept
  return gone
}

function byColumn(columns: readonly string[], values: readonly Value[]): ValueObject {
  return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]))
}

function objectOf(value: Value): ValueObject {
  if (isObject(value)) return value
  throw new StackError('badrequest', 'invalid_data', 'The data of a row must be an object.')
}
