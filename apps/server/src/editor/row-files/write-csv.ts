import type { FieldDefinition } from '@cairn/language'
import { ValueStream, type Value } from '@cairn/statements'
import { shownValue } from '../handlers/shown-value.ts'

/** Characters that are sent at once. */
const CHUNK = 64 * 1024

/** Rows as a CSV file (RFC 4180), the names of the columns first. Nothing and an empty text are both an empty cell. */
export async function* writeCsv(fields: readonly FieldDefinition[], rows: ValueStream): AsyncIterable<string> {
  let text = `${fields.map(({ name }) => quoted(name)).join(',')}\r\n`
  for await (const row of rows.items) {
    const values = row as { [column: string]: Value }
    text += `${fields.map((field) => quoted(cellOf(values[field.name], field))).join(',')}\r\n`
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  yield text
}

function cellOf(value: Value | undefined, { type, list }: FieldDefinition): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' && type === 'timestamp' && list === null) return new Date(value).toISOString()
  return typeof value === 'string' ? value : JSON.stringify(shownValue(value, Number.POSITIVE_INFINITY))
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
