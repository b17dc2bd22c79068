import { createHash } from 'node:crypto'

/** PostgreSQL cuts longer names off, so that two could become one. */
const longestName = 63

/** The name something has in the database: its own, or when that does not fit a shortened one with a hash of the whole. */
export function sqlName(name: string): string {
  if (Buffer.byteLength(name) <= longestName && !name.includes('\0') && name !== '') return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  const kept = Array.from(name.replaceAll('\0', ''))
  while (Buffer.byteLength(kept.join('')) > longestName - 9) kept.pop()
  return `${kept.join('')}_${hash}`
}

/** Quotes a name of the database. Names come from the catalogue only. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Quotes a text constant; for DDL, where parameters cannot stand. */
export function quoteText(text: string): string {
  if (text.includes('\0')) throw new RangeError('A text of the database cannot hold a zero character.')
  const quoted = `'${text.replaceAll("'", "''")}'`
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted
}
