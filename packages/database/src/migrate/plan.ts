import type { TableObject } from '@cairn/language'
import { quoteName, quoteText, sqlName } from '../catalogue/identifier.ts'
import { castOf } from './cast.ts'
import { fitFunction, type FitFunction } from './fit-function.ts'
import { columnLine, enumCheck, wantedColumns, type WantedColumn } from './ddl.ts'
import { createIndex, wantedIndexes } from './indexes.ts'
import type { MigrationOptions, MigrationPlan } from './migration.ts'
import { referenceStatements } from './references.ts'
import type { ExistingColumn, ExistingSchema, ExistingTable } from './read-database.ts'

interface Settings extends MigrationOptions {
  fits: FitFunction
}

/** What it takes to make a schema hold the wanted tables. Never drops a table, a column or data unasked. */
export function planMigration(
  wanted: Iterable<TableObject>,
  existing: ExistingSchema,
  options: MigrationOptions = {},
): MigrationPlan {
  const plan: MigrationPlan = { schema: existing.schema, statements: [], warnings: [], destructive: [] }
  const settings = { ...options, fits: fitFunction(existing.schema, existing.version) }
  const tables = [...wanted]
  if (!existing.exists) plan.statements.push(`create schema ${quoteName(existing.schema)}`)
  const kept = new Set(existing.tables.keys())
  for (const table of tables) {
    const current = renamed(table, existing, options, plan)
    if (current === null) createTable(table, plan)
    else {
      kept.delete(current.name)
      kept.delete(sqlName(table.name))
      changeTable(table, current, settings, plan)
    }
  }
  for (const name of kept) {
    plan.warnings.push({
      table: name,
      reason: 'table_kept',
      message: `Table "${name}" is no longer defined; its data was kept.`,
    })
  }
  plan.statements.push(...referenceStatements(tables, existing, options, plan.warnings))
  return plan
}

/** The table as it is now, its rename put first; null when there is none. */
function renamed(
  table: TableObject,
  existing: ExistingSchema,
  options: MigrationOptions,
  plan: MigrationPlan,
): ExistingTable | null {
  const name = sqlName(table.name)
  const current = existing.tables.get(name)
  if (current !== undefined) return current
  const oldName = options.renames?.[table.name]
  const old = oldName === undefined ? undefined : existing.tables.get(sqlName(oldName))
  if (old === undefined) return null
  plan.statements.push(`alter table ${qualified(plan, old.name)} rename to ${quoteName(name)}`)
  return old
}

function createTable(table: TableObject, plan: MigrationPlan): void {
  const name = sqlName(table.name)
  const columns = wantedColumns(table)
  const lines = columns.map(columnLine)
  plan.statements.push(`create table ${qualified(plan, name)} (\n  ${lines.join(',\n  ')}\n)`)
  plan.statements.push(`comment on table ${qualified(plan, name)} is ${quoteText(tableComment(table))}`)
  for (const column of columns) {
    plan.statements.push(commentColumn(plan, name, column))
    syncCheck(name, column, null, plan)
  }
  for (const index of wantedIndexes(table, plan.warnings)) plan.statements.push(createIndex(plan.schema, name, index))
}

function changeTable(table: TableObject, current: ExistingTable, options: Settings, plan: MigrationPlan): void {
  const name = sqlName(table.name)
  if (current.comment !== tableComment(table)) {
    plan.statements.push(`comment on table ${qualified(plan, name)} is ${quoteText(tableComment(table))}`)
  }
  const existing = renameColumns(table, current, options, plan)
  const unclaimed = new Set(existing.keys())
  for (const column of wantedColumns(table)) {
    const there = existing.get(column.name)
    if (there === undefined) addColumn(name, column, plan)
    else {
      unclaimed.delete(column.name)
      changeColumn(table, column, there, options, plan)
    }
    syncCheck(name, column, current, plan)
  }
  for (const column of unclaimed) {
    plan.warnings.push({
      table: table.name,
      reason: 'column_kept',
      message: `Column "${column}" is no longer defined; its data was kept.`,
    })
  }
  syncIndexes(table, current, plan)
}

/**
 * The columns by the names they have once the renames are done, which come first so that a name that became free can be
 * given to another. What is renamed to a name that stays taken is left alone, so that asking twice changes nothing.
 */
function renameColumns(
  table: TableObject,
  current: ExistingTable,
  { renames = {} }: MigrationOptions,
  plan: MigrationPlan,
): Map<string, ExistingColumn> {
  const columns = new Map(current.columns)
  let waiting = wantedColumns(table).flatMap(({ name }) => {
    const old = renames[`${table.name}.${name}`]
    return old === undefined || old === 'id' ? [] : [{ old: sqlName(old), name }]
  })
  for (;;) {
    const next = waiting.find(({ old, name }) => columns.has(old) && !columns.has(name))
    if (next === undefined) return columns
    waiting = waiting.filter((one) => one !== next)
    const { old, name } = next
    const target = `alter table ${qualified(plan, sqlName(table.name))}`
    plan.statements.push(`${target} rename column ${quoteName(old)} to ${quoteName(name)}`)
    // The check of an enum is named for its column, and is made anew under the new name.
    const check = sqlName(`${sqlName(table.name)}_${old}_values`)
    if (current.constraints.has(check)) plan.statements.push(`${target} drop constraint ${quoteName(check)}`)
    const column = columns.get(old)
    if (column !== undefined) columns.set(name, column)
    columns.delete(old)
  }
}

function addColumn(table: string, column: WantedColumn, plan: MigrationPlan): void {
  plan.statements.push(`alter table ${qualified(plan, table)} add column ${columnLine(column)}`)
  plan.statements.push(commentColumn(plan, table, column))
}

function changeColumn(
  table: TableObject,
  column: WantedColumn,
  there: ExistingColumn,
  options: Settings,
  plan: MigrationPlan,
): void {
  const target = `alter table ${qualified(plan, sqlName(table.name))} alter column ${quoteName(column.name)}`
  if (there.type !== column.type) {
    if (column.primary) {
      plan.warnings.push({
        table: table.name,
        reason: 'primary_key_kept',
        message: `The primary key stays ${there.type}: its type cannot change once the table exists.`,
      })
      return
    }
    const cast = castOf(there.type, column.type, quoteName(column.name), options.fits.name)
    const key = `${table.name}.${column.name}:${column.type}`
    if (!cast.safe && options.consent?.includes(key) !== true) {
      plan.destructive.push({
        key,
        table: table.name,
        column: column.name,
        message: `Column "${column.name}" changes from ${there.type} to ${column.type}: values that do not fit become empty.`,
      })
      return
    }
    if (there.default !== null) plan.statements.push(`${target} drop default`)
    const change = `${target} type ${column.type} using ${cast.using}`
    plan.statements.push(...(cast.checks ? options.fits.around(change) : [change]))
    if (column.default !== null) plan.statements.push(`${target} set default ${column.default}`)
  } else if (!column.primary && there.comment !== column.comment + defaultMark(column)) {
    plan.statements.push(column.default === null ? `${target} drop default` : `${target} set default ${column.default}`)
  }
  if (there.comment !== column.comment + defaultMark(column)) {
    plan.statements.push(commentColumn(plan, sqlName(table.name), column))
  }
}

function syncCheck(table: string, column: WantedColumn, current: ExistingTable | null, plan: MigrationPlan): void {
  const wanted = enumCheck(table, column)
  const name = wanted?.name ?? sqlName(`${table}_${column.name}_values`)
  const there = current?.constraints.get(name)
  const target = `alter table ${qualified(plan, table)}`
  if (there !== undefined && there.comment === wanted?.body) return
  if (there !== undefined) plan.statements.push(`${target} drop constraint ${quoteName(name)}`)
  if (wanted === null) return
  // Rows from before a value was taken away stay as they are; NOT VALID holds only new ones to the list.
  plan.statements.push(`${target} add constraint ${quoteName(name)} ${wanted.body} not valid`)
  plan.statements.push(
    `comment on constraint ${quoteName(name)} on ${qualified(plan, table)} is ${quoteText(wanted.body)}`,
  )
}

function syncIndexes(table: TableObject, current: ExistingTable, plan: MigrationPlan): void {
  const wanted = wantedIndexes(table, plan.warnings)
  const names = new Set(wanted.map(({ name }) => name))
  for (const [name, { constraint }] of current.indexes) {
    if (!constraint && !names.has(name) && /_[0-9a-f]{8}$/.test(name)) {
      plan.statements.push(`drop index ${qualified(plan, name)}`)
    }
  }
  for (const index of wanted) {
    if (!current.indexes.has(index.name)) plan.statements.push(createIndex(plan.schema, sqlName(table.name), index))
  }
}

function qualified(plan: MigrationPlan, name: string): string {
  return `${quoteName(plan.schema)}.${quoteName(name)}`
}

function tableComment(table: TableObject): string {
  return `cairn:${JSON.stringify({ name: table.name })}`
}

/** Defaults are compared by what we wrote, since the server prints them its own way. */
function defaultMark(column: WantedColumn): string {
  return column.default === null ? '' : ` default ${column.default}`
}

function commentColumn(plan: MigrationPlan, table: string, column: WantedColumn): string {
  const comment = quoteText(column.comment + defaultMark(column))
  return `comment on column ${qualified(plan, table)}.${quoteName(column.name)} is ${comment}`
}
