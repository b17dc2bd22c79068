import type { TableObject } from '@cairn/language'
import { StackError } from '@cairn/statements'
import { columnOf, type Column } from './column.ts'
import { quoteName, sqlName } from './identifier.ts'

/** A table as statements see it. `sql` is its quoted name with its schema. */
export interface Table {
  name: string
  sql: string
  columns: ReadonlyMap<string, Column>
  definition: TableObject
}

/** The tables of one workspace on one datasource: the only source of names in SQL. */
export interface Catalogue {
  /** Name of the schema, unquoted: `w1_live`. */
  schema: string
  tables: ReadonlyMap<string, Table>
}

export function buildCatalogue(schema: string, tables: Iterable<TableObject>): Catalogue {
  const byName = new Map<string, Table>()
  for (const definition of tables) {
    const fields = definition.fields.filter((field) => !field.disabled && field.type !== 'dblink')
    byName.set(definition.name, {
      name: definition.name,
      sql: `${quoteName(schema)}.${quoteName(sqlName(definition.name))}`,
      columns: new Map(fields.map((field) => [field.name, columnOf(field)])),
      definition,
    })
  }
  return { schema, tables: byName }
}

export function tableOf(catalogue: Catalogue, name: string): Table {
  const table = catalogue.tables.get(name)
  if (table !== undefined) return table
  throw new StackError('standard', 'unknown_table', `There is no table "${name}".`, {
    hint: nearest(name, catalogue.tables.keys()),
  })
}

export function columnIn(table: Table, name: string): Column {
  const column = table.columns.get(name)
  if (column !== undefined) return column
  throw unknownColumn(table, name)
}

export function unknownColumn(table: Table, name: string): StackError {
  return new StackError('standard', 'unknown_column', `Table "${table.name}" has no column "${name}".`, {
    hint: nearest(name, table.columns.keys()),
  })
}

/** "Did you mean …?" when a known name differs by little. */
function nearest(name: string, known: Iterable<string>): string {
  const close = [...known].filter((candidate) => distance(name, candidate) <= 2)
  return close[0] === undefined ? 'Check the name.' : `Did you mean "${close[0]}"?`
}

function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
