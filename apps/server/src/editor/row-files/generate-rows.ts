import type { TableObject } from '@cairn/language'
import { StackError, type DatabasePort, type QueryPlan, type Value } from '@cairn/statements'
import type { OpenTable } from '../handlers/open-table.ts'
import { rowsPlan, shownTable } from '../handlers/rows-plan.ts'
import { Refusal } from '../refusal.ts'
import { madeUpValue, type MakeUp } from './made-up-value.ts'
import { seeded } from './random.ts'

/** Keys of a table that is pointed to, to choose from. */
const MOST_KEYS = 1_000
/** How often a row is made up anew when it is like an earlier one where it must not be. */
const TRIES = 50

/** Adds rows that are made up, all or none. Resolves to how many. */
export async function generateRows(
  { db, table }: OpenTable,
  { count, seed }: { count: number; seed: number },
): Promise<number> {
  const random = seeded(seed)
  const keys = await referencedKeys(db, table)
  const first = await nextOrdinal(db, table)
  const unique = uniqueColumns(table)
  const seen = unique.map(() => new Set<string>())
  const items = Array.from({ length: count }, (_, index) => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const make = { random, table: table.name, ordinal: first + index, keys, unique: new Set(unique.flat()) }
      const item = madeUpRow(table, make)
      const marks = unique.map((columns) => JSON.stringify(columns.map((name) => item[name])))
      if (marks.some((mark, at) => seen[at]?.has(mark))) continue
      for (const [at, mark] of marks.entries()) seen[at]?.add(mark)
      return item
    }
    throw new Refusal(
      400,
      'not_enough_values',
      `Only ${index} rows can differ as the unique indexes want it. Ask for fewer, or add rows to the tables pointed to.`,
    )
  })
  try {
    await db.bulk({ kind: 'bulk.add', table: table.name, allowId: false, where: null }, items, [])
  } catch (error) {
    if (!(error instanceof StackError) || error.reason !== 'duplicate_record') throw error
    throw new Refusal(409, 'rows_exist', 'Rows like these are there already. Try another seed.')
  }
  return count
}

function madeUpRow(table: TableObject, make: MakeUp): { [column: string]: Value } {
  const item: { [column: string]: Value } = {}
  for (const field of table.fields) {
    if (field.name === 'id' || field.disabled) continue
    const value = madeUpValue(field, make)
    if (value !== undefined) item[field.name] = value
  }
  return item
}

/** The columns of each unique index. */
const uniqueColumns = (table: TableObject): string[][] =>
  table.indexes.filter(({ type }) => type === 'unique').map(({ fields }) => fields.map(({ name }) => name))

async function referencedKeys(db: DatabasePort, table: TableObject): Promise<Map<string, Value[]>> {
  const tables = new Set(table.fields.flatMap((field) => field.table ?? []))
  const keys = new Map<string, Value[]>()
  for (const name of tables) {
    try {
      const rows = (await db.query(idsPlan(name), [])) as { items: { id: Value }[] }
      keys.set(
        name,
        rows.items.map(({ id }) => id),
      )
    } catch (error) {
      // A reference to a table that is not published points nowhere yet.
      if (!(error instanceof StackError) || error.reason !== 'unknown_table') throw error
    }
  }
  return keys
}

const idsPlan = (name: string): QueryPlan => {
  const shown = { table: { name, fields: [] }, columns: ['id'] }
  return rowsPlan(shown, { after: null, skip: 0, perPage: MOST_KEYS, count: false, where: [], sort: null }).plan
}

/** One more than the newest key, or than how many rows there are. */
async function nextOrdinal(db: DatabasePort, table: TableObject): Promise<number> {
  const sort = { column: 'id', order: 'desc' as const }
  const { plan } = rowsPlan(shownTable(table), { after: null, skip: 0, perPage: 1, count: true, where: [], sort })
  const page = (await db.query({ ...plan, output: ['id'] }, [])) as { items: { id: Value }[]; itemsTotal: number }
  const newest = page.items[0]?.id
  return typeof newest === 'number' ? newest + 1 : page.itemsTotal + 1
}
