import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { FilterArgument } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'

/** A code may become some thirty characters. */
const longestFormat = 4096

/** The time zone a filter reads the clock in. */
export const timeZone = fallback('timezone', 'text', 'UTC', 'The name of a time zone, such as "America/New_York".')

/** The name of the zone that was given, "UTC" without one. */
export function zoneArgument(given: FilterArgument): string {
  return toText(argument(given)) || 'UTC'
}

export const format = needed('format', 'text', 'PHP date codes: `Y-m-d H:i:s`. A backslash keeps a letter as it is.')

/** The format that was given, of bounded length. */
export function formatArgument(given: FilterArgument): string {
  const text = toText(argument(given))
  if (text.length <= longestFormat) return text
  throw new StackError('standard', 'text_too_long', `The format is longer than ${longestFormat} characters.`)
}
