import type { GridColumn } from './grid-column.ts'
import type { Cell } from './rows.ts'

/** What a cell shows. Times are given in milliseconds and shown as people write them, in UTC. */
export function cellText(value: Cell | undefined, { type }: Pick<GridColumn, 'type'>): string {
  if (value === null || value === undefined) return ''
  if (type === 'timestamp' && typeof value === 'number')
    return new Date(value).toISOString().slice(0, 19).replace('T', ' ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
