import { isNumeric } from '../../values/convert.ts'
import { unfit } from '../refusal.ts'
import type { Given, InputTime, InputType } from './input-type.ts'

/** What a JavaScript date, and so a `timestamptz`, can hold. */
const furthestTime = 8.64e15
const firstDay = Date.parse('0001-01-01T00:00:00Z')
const lastDay = Date.parse('9999-12-31T23:59:59.999Z')
const longestPhrase = 100
const isoText = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/i
const withZone = /(?:Z|[+-]\d{2}:\d{2})$/i
const dayText = /^\d{4}-\d{2}-\d{2}$/

/** Epoch milliseconds: of a number, its text, an ISO time (UTC where it names no zone) or a phrase like `now`. */
export const timestamp: InputType = {
  holdsEmptyText: false,
  convert(value, time) {
    const at = toTime(value, time)
    if (at === null || Math.abs(at) > furthestTime) throw unfit('a time', value)
    return Math.trunc(at) + 0
  },
}

/** `2026-01-31`. A time is its day in UTC. */
export const date: InputType = {
  holdsEmptyText: false,
  convert(value, time) {
    if (typeof value === 'string' && dayText.test(value)) return existingDay(value)
    const at = toTime(value, time)
    if (at === null || at < firstDay || at > lastDay) throw unfit('a date like 2026-01-31', value)
    return new Date(at).toISOString().slice(0, 10)
  },
}

/** JavaScript reads February 30 as March 2; here it is no day. */
function existingDay(text: string): string {
  const at = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) throw unfit('an existing date', text)
  return text
}

function toTime(value: Given, time: InputTime): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || value.length > longestPhrase) return null
  const text = value.trim()
  if (text === 'now') return time.now
  return isNumeric(text) ? Number(text) : time.parse(text, time.now)
}

/** Epoch milliseconds of an ISO day or time, in UTC where it names no zone; null for any other text. */
export function parseIsoTime(text: string): number | null {
  if (!isoText.test(text)) return null
  const dayOrZoned = text.length === 10 || withZone.test(text)
  const at = Date.parse(dayOrZoned ? text : `${text}Z`)
  return Number.isNaN(at) ? null : at
}
