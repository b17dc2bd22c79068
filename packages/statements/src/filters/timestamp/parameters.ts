import { argument, fallback } from '../../define/filter-parameter.ts'
import type { FilterArgument } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'

/** The time zone a filter reads the clock in. */
export const timeZone = fallback('timezone', 'text', 'UTC', 'The name of a time zone, such as "America/New_York".')

/** The name of the zone that was given, "UTC" without one. */
export function zoneArgument(given: FilterArgument): string {
  return toText(argument(given)) || 'UTC'
}
