import { parsePhrase } from '../../time/phrase/parse-phrase.ts'
import { toText } from '../../values/convert.ts'
import type { Value } from '../../values/value.ts'

/** Milliseconds of a timestamp, or of a date or phrase in UTC; null for what is none. */
export function timeOf(value: Value, now: number): number | null {
  return typeof value === 'number' ? value : parsePhrase(toText(value), now, 'UTC')
}
