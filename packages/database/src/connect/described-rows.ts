import { parseList } from './list-wire.ts'
import type { RowReader } from './statement.ts'

type TextReader = (text: string) => unknown

const asNumber: TextReader = Number
const asTime: TextReader = (text) => timeOfText(text)

/** Types that are not text to a stack, by oid; everything else arrives as the server prints it. */
const readers: ReadonlyMap<number, TextReader> = new Map<number, TextReader>([
  [16, (text) => text === 't'],
  [20, asNumber],
  [21, asNumber],
  [23, asNumber],
  [26, asNumber],
  [700, asNumber],
  [701, asNumber],
  [1700, asNumber],
  [114, (text) => JSON.parse(text) as unknown],
  [3802, (text) => JSON.parse(text) as unknown],
  [1114, asTime],
  [1184, asTime],
  ...[1000, 1005, 1007, 1016, 1021, 1022, 1231].map((oid): [number, TextReader] => [oid, listReader(asNumber)]),
  ...[1002, 1009, 1015, 2951, 1182].map((oid): [number, TextReader] => [oid, listReader((text) => text)]),
  [1000, listReader((text) => text === 't')],
  [1115, listReader(asTime)],
  [1185, listReader(asTime)],
])

/** A reader for rows whose columns only the server knows: each row an object by column name, the last of a name wins. */
export function readerOfDescription(bytes: Buffer, start: number): RowReader<Record<string, unknown>> {
  const count = bytes.readInt16BE(start)
  const columns: { name: string; read: TextReader | null }[] = []
  let at = start + 2
  for (let i = 0; i < count; i += 1) {
    const stop = bytes.indexOf(0, at)
    columns.push({ name: bytes.toString('utf8', at, stop), read: readers.get(bytes.readUInt32BE(stop + 7)) ?? null })
    at = stop + 19
  }
  return (row, position) => {
    const entries: [string, unknown][] = []
    let offset = position
    for (const { name, read } of columns) {
      const length = row.readInt32BE(offset)
      offset += 4
      const text = length < 0 ? null : row.toString('utf8', offset, offset + length)
      entries.push([name, text === null || read === null ? text : read(text)])
      if (length > 0) offset += length
    }
    return Object.fromEntries(entries)
  }
}

/** `2024-01-31 10:00:00.25+00` → epoch milliseconds; without a zone it is UTC. */
function timeOfText(text: string): number {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
  return Date.parse(/[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso}Z`)
}

function listReader(read: TextReader): TextReader {
  return (text) => parseList(text, read)
}
