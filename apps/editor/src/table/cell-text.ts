import type { Cell } from './use-rows.ts'

/** What a cell shows. Times are given in milliseconds and shown as people write them. */
export function cellText(value: Cell | undefined, type: string): string {
  if (value === null || value === undefined) return ''
  if (type === 'timestamp' && typeof value === 'number')
    return new Date(value).toISOString().slice(0, 19).replace('T', ' ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const NUMBERS: ReadonlySet<string> = new Set(['int', 'decimal'])

/** The value that was typed into a cell of a type. What is no number or JSON is sent as text: the table refuses it. */
export function cellValue(typed: string, type: string): Cell {
  if (type === 'text' || type === 'email') return typed
  if (typed.trim() === '') return null
  if (NUMBERS.has(type)) return Number.isNaN(Number(typed)) ? typed : Number(typed)
  if (type === 'timestamp')
    return Number.isNaN(Date.parse(`${typed.replace(' ', 'T')}Z`)) ? typed : Date.parse(`${typed.replace(' ', 'T')}Z`)
  try {
    return JSON.parse(typed) as Cell
  } catch {
    return typed
  }
}
