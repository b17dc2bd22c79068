import type { TableObject } from '@cairn/language'
import { buildCatalogue, type Table } from '../catalogue/catalogue.ts'
import type { Column } from '../catalogue/column.ts'
import type { Pool } from '../connect/pool.ts'
import { ServerError } from '../connect/server-error.ts'
import { sessionOf, type Session } from '../connect/session.ts'

/** A row, the column that holds what was searched for, and its text. */
interface FoundRow {
  table: string
  id: number | string
  column: string
  text: string
}

export interface FoundRows {
  /** Table by table. */
  rows: FoundRow[]
  /** Whether there may be others: more than are told, or in a table that took too long to look through. */
  more: boolean
}

export interface RowSearch {
  schema: string
  tables: Iterable<TableObject>
  text: string
  /** Rows of all tables, and of one. */
  most: { rows: number; ofOne: number }
  /** Milliseconds for all tables, and for one. */
  patience: { all: number; one: number }
}

const LONGEST = 300
const searched: ReadonlySet<string> = new Set(['text', 'email', 'enum'])

/** Passwords, and what is kept from callers or from logs, are no way to find a row. */
const isSearched = ({ kind, definition: { list, visibility, sensitive } }: Column): boolean =>
  searched.has(kind) && list === null && visibility === 'public' && !sensitive

/** Rows of any table whose texts hold a text, without regard to case. One table after the other, on one connection. */
export async function findRows(pool: Pool, { schema, tables, text, most, patience }: RowSearch): Promise<FoundRows> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const end = performance.now() + patience.all
  const found: FoundRows = { rows: [], more: false }
  await pool.withConnection(async (connection) => {
    const session = sessionOf(connection)
    await session.query('begin read only')
    try {
      for (const table of buildCatalogue(schema, tables).tables.values()) {
        const left = Math.floor(end - performance.now())
        const room = most.rows - found.rows.length
        if (left <= 0 || room <= 0) {
          found.more = true
          return
        }
        const limit = Math.min(room, most.ofOne)
        const rows = await rowsOf(session, table, pattern, { limit: limit + 1, timeout: Math.min(left, patience.one) })
        if (rows === null || rows.length > limit) found.more = true
        found.rows.push(...(rows ?? []).slice(0, limit).map((row) => foundRow(table, row, text)))
      }
    } finally {
      await session.query('rollback')
    }
  })
  return found
}

/** Null where they could not be told: it took too long, or the table is just being changed. */
async function rowsOf(
  session: Session,
  table: Table,
  pattern: string,
  { limit, timeout }: { limit: number; timeout: number },
): Promise<Record<string, unknown>[] | null> {
  const columns = columnsOf(table)
  const id = table.columns.get('id')
  if (columns.length === 0 || id === undefined) return []
  const shown = columns.map(({ sql }, index) => `left(${sql}::text, ${LONGEST}) as c${index}`)
  const holds = columns.map(({ sql }) => `${sql}::text ilike $1`)
  await session.query('savepoint one_table')
  try {
    await session.query(`set local statement_timeout = ${timeout}`)
    const sql = `select ${id.sql}::text as id, ${shown.join(', ')} from ${table.sql} where ${holds.join(' or ')} limit ${limit}`
    return await session.query(sql, [pattern])
  } catch (error) {
    if (!(error instanceof ServerError)) throw error
    await session.query('rollback to savepoint one_table')
    return null
  }
}

const columnsOf = ({ columns }: Table): Column[] => [...columns.values()].filter(isSearched)

function foundRow(table: Table, row: Record<string, unknown>, text: string): FoundRow {
  const columns = columnsOf(table)
  const textOf = (index: number): string => {
    const shown = row[`c${index}`]
    return typeof shown === 'string' ? shown : ''
  }
  const at = columns.findIndex((_column, index) => textOf(index).toLowerCase().includes(text.toLowerCase()))
  // The part that was searched for may lie behind what is told of a long text.
  const index = Math.max(0, at)
  const id = String(row['id'])
  return {
    table: table.name,
    id: table.columns.get('id')?.kind === 'int' ? Number(id) : id,
    column: columns[index]?.name ?? '',
    text: textOf(index),
  }
}
