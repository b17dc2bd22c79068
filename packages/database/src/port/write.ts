import { StackError, type Value, type WritePlan } from '@cairn/statements'
import { columnIn, tableOf, type Table } from '../catalogue/catalogue.ts'
import type { Column } from '../catalogue/column.ts'
import { quoteName } from '../catalogue/identifier.ts'
import { unfit } from '../catalogue/value-type.ts'
import { statementName, type PreparedStatement } from '../connect/statement.ts'
import { projectColumns, rowReader, type Projected, type Row } from '../sql/projection.ts'
import { attachAddons, hide } from './addons.ts'
import { neededOutput } from './needed-output.ts'
import type { CompiledWrite } from './compiled.ts'
import { asStackError } from './errors.ts'
import { isUnique } from './record.ts'
import type { Runner } from './runner.ts'
import { raiseSequence } from './sequence.ts'
import type { Store } from './store.ts'

/** Data that decides at run time which columns are written makes a statement each; past this many they are not kept. */
const keptStatements = 64

/** A column and the converted value that goes into it. */
export interface Assignment {
  column: Column
  value: unknown
}

/** `db.add`, `db.edit`, `db.patch`, `db.add_or_edit`. Resolves to the row as it is now; null when none was found. */
export async function runWrite(
  plan: WritePlan,
  fieldValue: Value,
  values: readonly Value[],
  store: Store,
  runner: Runner,
): Promise<Value> {
  const compiled = compiledWrite(plan, store)
  const given =
    plan.columns === null ? pairsOf(compiled.table, values[0] ?? null) : named(compiled.table, plan.columns, values)
  const assignments = await assign(given, store)
  const row = await writeRow(plan, compiled, fieldValue, assignments, store, runner)
  if (row === null) return null
  await attachAddons([{ row, values }], plan.addons, store, runner)
  hide(row, compiled.unseen)
  return row
}

function writeRow(
  plan: WritePlan,
  compiled: CompiledWrite,
  fieldValue: Value,
  assignments: readonly Assignment[],
  store: Store,
  runner: Runner,
): Promise<Row | null> {
  switch (plan.kind) {
    case 'add':
      return insert(compiled, withoutEmptyId(assignments), runner)
    case 'edit':
    case 'patch':
      return update(plan, compiled, fieldValue, assignments, store, runner)
    case 'add_or_edit':
      return upsert(plan, compiled, fieldValue, assignments, store, runner)
  }
}

function compiledWrite(plan: WritePlan, store: Store): CompiledWrite {
  const known = store.writes.get(plan)
  if (known !== undefined) return known
  const table = tableOf(store.catalogue, plan.table)
  for (const name of plan.columns ?? []) columnIn(table, name)
  const { output, unseen } = neededOutput(table, plan.output, plan.addons)
  const made = {
    table,
    unseen,
    members: projectColumns(table, plan.table, output),
    inserts: new Map<string, PreparedStatement<Row>>(),
    updates: new Map<string, PreparedStatement<Row>>(),
  }
  store.writes.set(plan, made)
  return made
}

function named(table: Table, columns: readonly string[], values: readonly Value[]): [Column, Value][] {
  return columns.map((name, i) => [columnIn(table, name), values[i] ?? null])
}

/** The members of an object that are columns; others are let go, as data from outside often carries more. */
export function pairsOf(table: Table, data: Value): [Column, Value][] {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    throw new StackError('badrequest', 'invalid_data', 'The data of a record must be an object.')
  }
  return Object.entries(data).flatMap(([name, value]): [Column, Value][] => {
    const column = table.columns.get(name)
    return column === undefined ? [] : [[column, value as Value]]
  })
}

/** Converts values for their columns: null in a column that is not nullable becomes its default, passwords their hash. */
export async function assign(pairs: readonly [Column, Value][], store: Store): Promise<Assignment[]> {
  const assignments: Assignment[] = []
  for (const [column, value] of pairs) assignments.push({ column, value: convertFor(column, value, store) })
  for (const assignment of assignments) {
    const { column, value } = assignment
    if (column.kind === 'password' && typeof value === 'string' && value !== '' && !store.isHash(value)) {
      assignment.value = await store.hashPassword(value)
    }
  }
  return assignments
}

function convertFor(column: Column, value: Value, store: Store): unknown {
  // An empty text where a number, time or id belongs is what a form sends for "nothing".
  const isNothing = value === null || (value === '' && column.type.family !== 'text' && column.type.family !== 'json')
  if (isNothing) return column.nullable || column.name === 'id' ? null : column.fallback(store.time)
  const converted = column.type.convert(value, store.time)
  if (converted === unfit) {
    throw new StackError(
      'badrequest',
      'invalid_value',
      `The value for "${column.name}" is not a valid ${column.kind}.`,
      {
        payload: { param: column.name },
      },
    )
  }
  refuseOutsideEnum(column, converted)
  return converted
}

function refuseOutsideEnum(column: Column, value: unknown): void {
  if (column.values === null || column.values.size === 0) return
  for (const item of Array.isArray(value) ? value : [value]) {
    if (item === '' || column.values.has(item as string)) continue
    throw new StackError('badrequest', 'value_not_allowed', `${String(item)} is not one of the allowable values.`, {
      payload: { param: column.name },
    })
  }
}

/** An id that is nothing is left to the sequence. */
function withoutEmptyId(assignments: readonly Assignment[]): readonly Assignment[] {
  return assignments.filter(({ column, value }) => column.name !== 'id' || (value !== null && value !== 0))
}

async function insert(compiled: CompiledWrite, assignments: readonly Assignment[], runner: Runner): Promise<Row> {
  const statement = statementFor(compiled.inserts, compiled, assignments, '', () => {
    const { table, members } = compiled
    const columns = assignments.map(({ column }) => column.sql).join(', ')
    const places = assignments.map(({ column }, i) => `$${i + 1}::${column.type.sql}`).join(', ')
    const content = assignments.length === 0 ? 'default values' : `(${columns}) values (${places})`
    return `insert into ${table.sql} as ${aliasOf(table)} ${content}${returning(members)}`
  })
  const { rows } = await runner.run(
    statement,
    assignments.map(({ value }) => value),
  )
  const given = assignments.find(({ column }) => column.name === 'id')?.value
  if (typeof given === 'number') await raiseSequence(compiled.table, given, runner)
  return rows[0]!
}

async function update(
  plan: WritePlan,
  compiled: CompiledWrite,
  fieldValue: Value,
  assignments: readonly Assignment[],
  store: Store,
  runner: Runner,
): Promise<Row | null> {
  const { table, members } = compiled
  const field = columnIn(table, plan.field ?? 'id')
  const key = field.type.convert(fieldValue, store.time)
  if (key === unfit || key === null) return null
  // Nothing to change: the id is set to itself, so that the row comes back and its lock is taken all the same.
  const changes = assignments.filter(({ column, value }) => column.name !== 'id' || value !== null)
  const statement = statementFor(
    compiled.updates,
    compiled,
    changes,
    field.name,
    () => {
      const alias = aliasOf(table)
      const sets = changes.map(({ column }, i) => `${column.sql} = $${i + 2}::${column.type.sql}`)
      const found = `${alias}.${field.sql} = $1::${field.type.sql}`
      const where = isUnique(table, field.name)
        ? found
        : `${alias}."id" = (select ${alias}."id" from ${table.sql} as ${alias} where ${found} order by ${alias}."id" limit 1)`
      const content = sets.length === 0 ? '"id" = "id"' : sets.join(', ')
      return `update ${table.sql} as ${alias} set ${content.replace('"id" = "id"', `"id" = ${alias}."id"`)} where ${where}${returning(members)}`
    },
    field,
  )
  const { rows } = await runner.run(statement, [key, ...changes.map(({ value }) => value)])
  return rows[0] ?? null
}

/** Edits the row the field finds, else adds one. Of two that add at once, the later one edits what the first added. */
async function upsert(
  plan: WritePlan,
  compiled: CompiledWrite,
  fieldValue: Value,
  assignments: readonly Assignment[],
  store: Store,
  runner: Runner,
): Promise<Row | null> {
  const edited = await update(plan, compiled, fieldValue, assignments, store, runner)
  if (edited !== null) return edited
  const field = columnIn(compiled.table, plan.field ?? 'id')
  const isGiven = assignments.some(({ column }) => column === field)
  const key = isGiven ? [] : await assign([[field, fieldValue]], store)
  const added = withoutEmptyId([...key, ...assignments])
  if (runner.connection !== null) return insert(compiled, added, runner)
  try {
    return await insert(compiled, added, runner)
  } catch (error) {
    if (asStackError(error).reason !== 'duplicate_record') throw error
    const other = await update(plan, compiled, fieldValue, assignments, store, runner)
    if (other === null) throw error
    return other
  }
}

function statementFor(
  kept: Map<string, PreparedStatement<Row>>,
  compiled: CompiledWrite,
  assignments: readonly Assignment[],
  key: string,
  write: () => string,
  field: Column | null = null,
): PreparedStatement<Row> {
  const columns = `${key}\0${assignments.map(({ column }) => column.name).join('\0')}`
  const known = kept.get(columns)
  if (known !== undefined) return known
  const text = write()
  const wires = assignments.map(({ column }) => column.type.wire)
  const parameters = field === null ? wires : [field.type.wire, ...wires]
  const isKept = kept.size < keptStatements
  const statement: PreparedStatement<Row> = {
    name: isKept ? statementName(text, parameters) : '',
    text,
    parameters,
    results: compiled.members.map(({ value }) => value.type.wire),
    read: rowReader(compiled.members),
    quick: false,
  }
  if (isKept) kept.set(columns, statement)
  return statement
}

function aliasOf(table: Table): string {
  return quoteName(table.name)
}

export function returning(members: readonly Projected[]): string {
  return ` returning ${members.length === 0 ? '1' : members.map(({ value }) => value.sql).join(', ')}`
}
