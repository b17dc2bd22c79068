/** A column as far as its cells are read: `values` are those of an enum. */
export interface CellColumn {
  type: string
  list: boolean
  values: readonly string[]
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** What was typed, pasted or read from a file into a cell: its value, or why it is none. */
export type ReadCell = { value: Json } | { wrong: string }

const TEXTS: ReadonlySet<string> = new Set(['text', 'email', 'password'])
const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i
const DAY = /^\d{4}-\d{2}-\d{2}$/
const YES: ReadonlySet<string> = new Set(['true', 'yes', '1', 'on', 't', 'y'])
const NO: ReadonlySet<string> = new Set(['false', 'no', '0', 'off', 'f', 'n'])

/** Reads a cell. Nothing in it is null, in a text no characters, in a list no items. Times without a zone are in UTC. */
export function readCell(typed: string, { type, list, values }: CellColumn): ReadCell {
  if (list) return typed.trim() === '' ? { value: [] } : readJson(typed, 'a list such as ["a", "b"]')
  if (TEXTS.has(type)) return { value: typed }
  const text = typed.trim()
  if (text === '') return { value: null }
  return (READERS[type] ?? ((other) => readJson(other, 'JSON')))(text, values)
}

const READERS: Readonly<Record<string, (text: string, values: readonly string[]) => ReadCell>> = {
  int: (text) => {
    const value = Number(text)
    return Number.isSafeInteger(value) ? { value } : { wrong: `"${text}" is no whole number.` }
  },
  decimal: (text) => (Number.isFinite(Number(text)) ? { value: Number(text) } : { wrong: `"${text}" is no number.` }),
  bool: (text) => {
    const word = text.toLowerCase()
    if (YES.has(word)) return { value: true }
    return NO.has(word) ? { value: false } : { wrong: `"${text}" is neither true nor false.` }
  },
  enum: (text, values) =>
    values.includes(text) ? { value: text } : { wrong: `"${text}" is none of ${values.join(', ')}.` },
  uuid: (text) => (UUID.test(text) ? { value: text } : { wrong: `"${text}" is no UUID.` }),
  date: (text) =>
    DAY.test(text) && !Number.isNaN(Date.parse(text))
      ? { value: text }
      : { wrong: `"${text}" is no date such as 2026-01-31.` },
  timestamp: (text) => {
    const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`
    const value = /^\d{4}-/.test(text) ? Date.parse(DAY.test(text) ? text : zoned.replace(' ', 'T')) : Number.NaN
    return Number.isNaN(value) ? { wrong: `"${text}" is no time such as 2026-01-31 12:00:00.` } : { value }
  },
}

function readJson(text: string, wanted: string): ReadCell {
  try {
    return { value: JSON.parse(text) as Json }
  } catch {
    return { wrong: `"${text.slice(0, 40)}" is not ${wanted}.` }
  }
}
