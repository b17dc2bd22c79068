import type { GridColumn } from './grid-column.ts'
import type { Cell } from './rows.ts'

/** What a cell shows. Times are given in milliseconds and shown as people write them, in UTC. */
export function cellText(value: Cell | undefined, { type }: Pick<GridColumn, 'type'>): string {
  if (value === null || value === undefined) return ''
  if (type === 'timestamp' && typeof value === 'number')
    return new Date(value).toISOString().slice(0, 19).replace('T', ' ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What a cell is copied as: what it shows, with milliseconds, and a text in a JSON column as JSON, so that pasting means it. */
export function copiedText(value: Cell | undefined, column: Pick<GridColumn, 'type' | 'list'>): string {
  const { type, list } = column
  if (type === 'json' && typeof value === 'string') return JSON.stringify(value)
  if (type === 'timestamp' && !list && typeof value === 'number' && value % 1_000 !== 0)
    return new Date(value).toISOString().replace('T', ' ').slice(0, -1)
  return cellText(value, column)
}
