import type { Filter } from '../../define/types.ts'
import { day, hour, minute, second } from '../../time/civil.ts'
import { timeZone, zoneArgument } from './parameters.ts'
import { timestampOf } from './timestamp-of.ts'

export const toTimestamp: Filter = {
  definition: {
    name: 'to_timestamp',
    aliases: ['to_epochms'],
    category: 'timestamp',
    help: 'The timestamp a text means: a written date, or words such as "now", "next friday" and "-7 days".',
    input: 'any',
    params: [timeZone],
    result: 'timestamp',
    examples: [
      { expression: '"Jan 1 2000"|to_timestamp', expect: 946684800000 },
      { expression: '"2025-07-01 00:00"|to_timestamp:"America/New_York"', expect: 1751342400000 },
      { expression: 'null|to_timestamp', expect: null },
    ],
  },
  evaluate: (value, [zone], context) => timestampOf(value, context, zoneArgument(zone)),
}

/** Whole units since 1970. */
function since1970(name: string, alias: string, unitName: string, unit: number, expect: [number, number]): Filter {
  return {
    definition: {
      name,
      aliases: [alias],
      category: 'timestamp',
      help: `How many ${unitName} lie between 1970-01-01 UTC and the time a text or timestamp means.`,
      input: 'any',
      params: [timeZone],
      result: 'int',
      examples: [
        { expression: `"2000-01-01 12:34:56.789"|${name}`, expect: expect[0] },
        { expression: `-1|${name}`, expect: expect[1] },
      ],
    },
    evaluate(value, [zone], context) {
      const timestamp = timestampOf(value, context, zoneArgument(zone))
      return timestamp === null ? null : Math.floor(timestamp / unit)
    },
  }
}

export const toMs = since1970('to_ms', 'to_epoch_ms', 'milliseconds', 1, [946730096789, -1])
export const toSeconds = since1970('to_seconds', 'to_epoch_sec', 'seconds', second, [946730096, -1])
export const toMinutes = since1970('to_minutes', 'to_epoch_minute', 'minutes', minute, [15778834, -1])
export const toHours = since1970('to_hours', 'to_epoch_hour', 'hours', hour, [262980, -1])
export const toDays = since1970('to_days', 'to_epoch_day', 'days', day, [10957, -1])
