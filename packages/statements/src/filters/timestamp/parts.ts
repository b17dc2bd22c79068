import type { Filter } from '../../define/types.ts'
import { day, dayOfYear, hour, isoWeek, localToCivil, minute, second, weekdayOf, type Civil } from '../../time/civil.ts'
import { requireZone, utcToLocal } from '../../time/zone.ts'
import { timeZone, zoneArgument } from './parameters.ts'
import { timestampOf } from './timestamp-of.ts'

/** One field of the calendar or the clock; the second example is in New York, where it is still 2024. */
function part(
  name: string,
  help: string,
  read: (civil: Civil) => number,
  expect: [utc: number, there: number],
): Filter {
  return {
    definition: {
      name,
      category: 'timestamp',
      help,
      input: 'timestamp',
      params: [timeZone],
      result: 'int',
      examples: [
        { expression: `"2025-01-01 02:34:56"|to_timestamp|${name}`, expect: expect[0] },
        { expression: `"2025-01-01 02:34:56"|to_timestamp|${name}:"America/New_York"`, expect: expect[1] },
        { expression: `null|${name}`, expect: null },
      ],
    },
    evaluate(value, [zoneName], context) {
      const zone = zoneArgument(zoneName)
      const timestamp = timestampOf(value, context, zone)
      return timestamp === null ? null : read(localToCivil(utcToLocal(timestamp, requireZone(zone))))
    },
  }
}

/** Whole units since 1970, as queries count them. */
function epoch(name: string, aliases: readonly string[], unitName: string, unit: number, expect: number): Filter {
  return {
    definition: {
      name,
      aliases,
      category: 'timestamp',
      help: `How many ${unitName} lie between 1970-01-01 UTC and the timestamp.`,
      input: 'timestamp',
      params: [],
      result: 'int',
      examples: [
        { expression: `1735698896789|${name}`, expect },
        { expression: `null|${name}`, expect: null },
      ],
    },
    evaluate(value, _args, context) {
      const timestamp = timestampOf(value, context)
      return timestamp === null ? null : Math.floor(timestamp / unit)
    },
  }
}

export const partFilters: readonly Filter[] = [
  part('timestamp_year', 'The year.', (civil) => civil.year, [2025, 2024]),
  part('timestamp_month', 'The month, 1 to 12.', (civil) => civil.month, [1, 12]),
  part('timestamp_week', 'The week by ISO 8601, 1 to 53.', (civil) => isoWeek(civil).week, [1, 1]),
  part('timestamp_day_of_month', 'The day of the month, 1 to 31.', (civil) => civil.day, [1, 31]),
  part('timestamp_day_of_week', 'The day of the week, 0 for Sunday to 6.', weekdayOf, [3, 2]),
  part('timestamp_day_of_year', 'The day of the year, 1 to 366.', (civil) => dayOfYear(civil) + 1, [1, 366]),
  part('timestamp_hour', 'The hour, 0 to 23.', (civil) => civil.hour, [2, 21]),
  part('timestamp_minute', 'The minute, 0 to 59.', (civil) => civil.minute, [34, 34]),
  epoch('timestamp_epoch_day', [], 'days', day, 20089),
  epoch('timestamp_epoch_hour', [], 'hours', hour, 482138),
  epoch('timestamp_epoch_minute', [], 'minutes', minute, 28928314),
  epoch('timestamp_epoch_sec', ['timestamp_epoch_seconds'], 'seconds', second, 1735698896),
  epoch('timestamp_epoch_ms', [], 'milliseconds', 1, 1735698896789),
]
