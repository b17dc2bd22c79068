import type { FieldDefinition } from '@cairn/language'
import { ValueStream, type Value } from '@cairn/statements'
import { csvLine } from '../csv/csv-line.ts'
import { shownValue } from '../handlers/shown-value.ts'

/** Characters that are sent at once. */
const CHUNK = 64 * 1024

/** Rows as a CSV file, the names of the columns first. Nothing and an empty text are both an empty cell. */
export async function* writeCsv(fields: readonly FieldDefinition[], rows: ValueStream): AsyncIterable<string> {
  let text = csvLine(fields.map(({ name }) => name))
  for await (const row of rows.items) {
    const values = row as { [column: string]: Value }
    text += csvLine(fields.map((field) => cellOf(values[field.name], field)))
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  yield text
}

function cellOf(value: Value | undefined, { type, list }: FieldDefinition): string | number {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') {
    return type === 'timestamp' && list === null ? new Date(value).toISOString() : value
  }
  // A text in a JSON column is JSON too.
  if (typeof value === 'string' && type !== 'json') return value
  return JSON.stringify(shownValue(value, Number.POSITIVE_INFINITY))
}
