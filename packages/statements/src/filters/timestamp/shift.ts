import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { parsePhrase } from '../../time/phrase/parse-phrase.ts'
import { toNumber, toText } from '../../values/convert.ts'
import { timeZone, zoneArgument } from './parameters.ts'
import { orFail, timestampOf } from './timestamp-of.ts'

export const transformTimestamp: Filter = {
  definition: {
    name: 'transform_timestamp',
    aliases: ['epochms_transform'],
    category: 'timestamp',
    help: 'Moves a timestamp as words say: "-7 days", "last Monday", "first day of this month".',
    input: 'timestamp',
    params: [needed('phrase', 'text', 'How to move, such as "+1 month" or "monday next week".'), timeZone],
    result: 'timestamp',
    examples: [
      { expression: '946684800000|transform_timestamp:"-7 days"', expect: 946080000000 },
      { expression: '946684800000|transform_timestamp:"last Monday"', expect: 946252800000 },
      {
        expression: '"2025-01-15 10:00"|transform_timestamp:"first day of next month midnight"',
        expect: 1738368000000,
      },
    ],
  },
  evaluate(value, [phrase, zone], context) {
    const zoneName = zoneArgument(zone)
    const timestamp = timestampOf(value, context, zoneName)
    if (timestamp === null) return null
    const text = toText(argument(phrase))
    return text === '' ? timestamp : orFail(parsePhrase(text, timestamp, zoneName), text)
  },
}

/** Adds a number of seconds or milliseconds. */
function adding(name: string, alias: string, unitName: string, unit: number): Filter {
  return {
    definition: {
      name,
      aliases: [alias],
      category: 'timestamp',
      help: `A timestamp that many ${unitName} later; earlier when the number is negative.`,
      input: 'timestamp',
      params: [needed('amount', 'int', `How many ${unitName}.`)],
      result: 'timestamp',
      examples: [
        { expression: `1000000|${name}:60`, expect: 1000000 + 60 * unit },
        { expression: `1000000|${name}:-1`, expect: 1000000 - unit },
      ],
    },
    evaluate(value, [amount], context) {
      const timestamp = timestampOf(value, context)
      return timestamp === null ? null : timestamp + Math.trunc(toNumber(argument(amount)) * unit)
    },
  }
}

export const addSecsToTimestamp = adding('add_secs_to_timestamp', 'epochms_add_secs', 'seconds', 1000)
export const addMsToTimestamp = adding('add_ms_to_timestamp', 'epochms_add_ms', 'milliseconds', 1)
