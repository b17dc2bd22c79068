import { attribute, type Statement } from '@cairn/language'
import { nameOf } from '../engine/document.ts'
import { entryOf } from './object-entries.ts'

/** A column of a table, as far as fields are concerned. */
export interface Column {
  name: string
  /** `text`, `int[]`, `user row`: as people read it. */
  type: string
  /** What it can hold, as the language writes it: of a bool or an enum. */
  values: readonly string[]
}

export type Columns = Readonly<Record<string, readonly Column[]>>

/** A name that may be used in an expression, with its sub-paths as names of their own. */
export interface KnownName {
  /** `$user.name`, `$input.email`, `$db.deal.owner`. */
  path: string
  /** In people's words; '' where nothing is known. */
  type: string
  /** What it can hold, as the language writes it, where that is a few values. */
  values?: readonly string[]
}

/** Every column of every table: `$db.user.email`. */
export const allColumns = (columns: Columns): KnownName[] =>
  Object.entries(columns).flatMap(([table, listed]) => listed.map((column) => columnName(table, column)))

/** What `$db` has in a statement of a table: its columns, those of its joins, and what it computes. */
export function queryColumns(statement: Statement, columns: Columns): KnownName[] {
  const own = nameOf(statement.target)
  const joined = joinsOf(statement).flatMap(({ alias, table }) =>
    (columns[table] ?? []).map((column) => columnName(alias, column)),
  )
  return [...(columns[own] ?? []).map((column) => columnName(own, column)), ...joined, ...computedBy(statement)]
}

/** The joins of a query: alias and table. */
function joinsOf(statement: Statement): { alias: string; table: string }[] {
  const written = attribute(statement.body, 'join')?.value
  if (written?.kind !== 'object') return []
  return written.entries.flatMap((item) =>
    item.kind === 'entry' ? [{ alias: item.key, table: nameOf(entryOf(item.value, 'table')) || item.key }] : [],
  )
}

function computedBy(statement: Statement): KnownName[] {
  const written = attribute(statement.body, 'eval')?.value
  if (written?.kind !== 'object') return []
  return written.entries.flatMap((item) =>
    item.kind === 'entry' ? [{ path: `$db.${item.key}`, type: 'computed column' }] : [],
  )
}

const columnName = (table: string, { name, type, values }: Column): KnownName => ({
  path: `$db.${table}.${name}`,
  type,
  ...(values.length > 0 && { values }),
})
