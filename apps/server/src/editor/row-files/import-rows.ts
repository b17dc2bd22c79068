import { readCell, readGuarded, type ImportLine } from '@cairn/contract'
import type { FieldDefinition, TableObject } from '@cairn/language'
import { StackError, type DatabasePort, type Value } from '@cairn/statements'
import { Refusal } from '../refusal.ts'
import type { CsvRecord } from './read-csv.ts'

export interface ImportSetting {
  table: TableObject
  /** The columns of the table by column of the file; null leaves one out. */
  columns: readonly (string | null)[]
  /** The first is the head. */
  records: AsyncIterable<CsvRecord>
  report: (rows: number) => void
  /** Whether nobody waits for the outcome any more; then nothing is written. */
  isLeft: () => boolean
}

interface ReadRow {
  line: number
  item: { [column: string]: Value }
}

type Wrong = Extract<ImportLine, { kind: 'wrong' }>

/** Rows written with one statement. */
const BATCH = 2_000
/** Wrong cells that are told; more make the list no better. */
const MOST_WRONG = 100

/** Carries the outcome out of the transaction that it rolls back. */
class RolledBack extends Error {
  readonly outcome: Wrong

  constructor(outcome: Wrong) {
    super('Some rows can not be written.')
    this.outcome = outcome
  }
}

/** Writes the rows of a file in one transaction: all of them, or none and what is wrong with them by line. */
export async function importRows(db: DatabasePort, setting: ImportSetting): Promise<ImportLine> {
  try {
    return { kind: 'done', added: await db.transaction((within) => writeAll(within, setting)) }
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome
    throw error
  }
}

async function writeAll(db: DatabasePort, { table, columns, records, report, isLeft }: ImportSetting): Promise<number> {
  const fields = columns.map((name) => (name === null ? null : fieldOf(table, name)))
  const wrong: Wrong['wrong'] = []
  const isFull = () => wrong.length >= MOST_WRONG
  const allowId = columns.includes('id')
  let [batch, added, isHead]: [ReadRow[], number, boolean] = [[], 0, true]
  const write = async () => {
    if (isLeft()) throw new Refusal(400, 'import_left', 'The import was called off. Nothing was written.')
    // After the first wrong row nothing will be kept: the rest is only read.
    if (wrong.length === 0) wrong.push(...(await writeBatch(db, table.name, allowId, batch)))
    added += batch.length
    batch = []
    report(added)
  }
  for await (const { line, cells } of records) {
    if (isHead) {
      isHead = false
      continue
    }
    const read = readRow(fields, line, cells)
    if ('wrong' in read) wrong.push(...read.wrong)
    else batch.push(read)
    if (isFull()) break
    if (batch.length === BATCH) await write()
  }
  if (batch.length > 0 && !isFull()) await write()
  if (wrong.length === 0) return added
  throw new RolledBack({ kind: 'wrong', wrong: wrong.slice(0, MOST_WRONG), more: isFull() })
}

function fieldOf(table: TableObject, name: string): FieldDefinition {
  const field = table.fields.find((one) => one.name === name && !one.disabled)
  if (field !== undefined) return field
  throw new Refusal(400, 'unknown_column', `Table "${table.name}" has no column "${name}".`)
}

function readRow(
  fields: readonly (FieldDefinition | null)[],
  line: number,
  cells: readonly string[],
): ReadRow | { wrong: Wrong['wrong'] } {
  if (cells.length > fields.length) {
    const message = `It has ${cells.length} cells where the head has ${fields.length}.`
    return { wrong: [{ line, column: '', message }] }
  }
  const wrong: Wrong['wrong'] = []
  const item: ReadRow['item'] = {}
  for (const [index, text] of cells.entries()) {
    const field = fields[index]
    // An empty cell leaves the column its default.
    if (field === undefined || field === null || text === '') continue
    const read = readCell(readGuarded(text), { type: field.type, list: field.list !== null, values: field.values })
    if ('wrong' in read) wrong.push({ line, column: field.name, message: read.wrong })
    else item[field.name] = read.value as Value
  }
  return wrong.length > 0 ? { wrong } : { line, item }
}

/** What the database refuses of a batch: asked row by row once the whole was refused. */
async function writeBatch(db: DatabasePort, table: string, allowId: boolean, batch: readonly ReadRow[]) {
  const plan = { kind: 'bulk.add' as const, table, allowId, where: null }
  const add = (rows: readonly ReadRow[]) =>
    db.transaction((within) =>
      within.bulk(
        plan,
        rows.map(({ item }) => item),
        [],
      ),
    )
  try {
    await add(batch)
    return []
  } catch (error) {
    if (!(error instanceof StackError)) throw error
  }
  const wrong: Wrong['wrong'] = []
  for (const row of batch) {
    try {
      await add([row])
    } catch (error) {
      if (!(error instanceof StackError)) throw error
      wrong.push({ line: row.line, column: '', message: error.message })
      if (wrong.length >= MOST_WRONG) break
    }
  }
  return wrong
}
