import type { RecordPlan, Value } from '@cairn/statements'
import { columnIn, tableOf, type Catalogue, type Table } from '../catalogue/catalogue.ts'
import { quoteName } from '../catalogue/identifier.ts'
import { unfit, type ValueType } from '../catalogue/value-type.ts'
import { int } from '../catalogue/value-types.ts'
import { statementName } from '../connect/statement.ts'
import { projectColumns, rowReader, type Projected } from '../sql/projection.ts'
import { attachAddons, hide } from './addons.ts'
import { neededOutput } from './needed-output.ts'
import type { CompiledRecord } from './compiled.ts'
import type { Runner } from './runner.ts'
import type { Store } from './store.ts'

/** `db.get`, `db.has`, `db.del`. A value that the field cannot hold finds nothing. */
export async function runRecord(plan: RecordPlan, value: Value, store: Store, runner: Runner): Promise<Value> {
  const compiled = compiledRecord(plan, store)
  const key = compiled.key.convert(value, store.time)
  if (key === unfit || key === null) return plan.kind === 'has' ? false : null
  const { rows } = await runner.run(compiled.statement, [key])
  if (plan.kind === 'has') return rows.length > 0
  const row = rows[0]
  if (plan.kind === 'del' || row === undefined) return null
  await attachAddons([{ row, values: [] }], plan.addons, store, runner)
  hide(row, compiled.unseen)
  return row
}

function compiledRecord(plan: RecordPlan, store: Store): CompiledRecord {
  const known = store.records.get(plan)
  if (known !== undefined) return known
  const made = compileRecord(plan, store.catalogue)
  store.records.set(plan, made)
  return made
}

function compileRecord(plan: RecordPlan, catalogue: Catalogue): CompiledRecord {
  const table = tableOf(catalogue, plan.table)
  const field = columnIn(table, plan.field)
  const unique = isUnique(table, plan.field)
  const { output, unseen } = neededOutput(table, plan.output, plan.addons)
  const members = plan.kind === 'get' ? projectColumns(table, plan.table, output) : []
  const text = recordText(plan, table, field.sql, unique, members, field.type)
  return {
    table,
    key: field.type,
    unseen,
    statement: {
      name: statementName(text, [field.type.wire]),
      text,
      parameters: [field.type.wire],
      results:
        plan.kind === 'get' ? members.map(({ value }) => value.type.wire) : plan.kind === 'has' ? [int.wire] : [],
      read: plan.kind === 'del' ? () => ({}) : rowReader(plan.kind === 'has' ? [one] : members),
      quick: unique && !plan.lock && plan.kind !== 'del',
    },
  }
}

const one: Projected = { key: 'one', value: { sql: '1::bigint', type: int }, paths: null }

function recordText(
  plan: RecordPlan,
  table: Table,
  field: string,
  unique: boolean,
  members: readonly Projected[],
  type: ValueType,
): string {
  const alias = quoteName(plan.table)
  const from = `from ${table.sql} as ${alias} where ${alias}.${field} = $1::${type.sql}`
  const first = unique ? '' : ` order by ${alias}."id" limit 1`
  if (plan.kind === 'has') return `select 1::bigint ${from} limit 1`
  if (plan.kind === 'get') {
    const columns = members.length === 0 ? '1' : members.map(({ value }) => value.sql).join(', ')
    return `select ${columns} ${from}${first}${plan.lock ? ` for update of ${alias}` : ''}`
  }
  if (unique) return `delete ${from}`
  return `delete from ${table.sql} where "id" = (select ${alias}."id" ${from}${first})`
}

/** Whether the field finds one row at most. */
export function isUnique(table: Table, field: string): boolean {
  if (field === 'id') return true
  return table.definition.indexes.some(
    ({ type, fields }) => (type === 'unique' || type === 'primary') && fields.length === 1 && fields[0]?.name === field,
  )
}
