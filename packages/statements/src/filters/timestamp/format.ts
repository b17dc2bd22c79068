import type { Filter } from '../../define/types.ts'
import { formatTimestamp } from '../../time/format-timestamp.ts'
import { parseWithFormat } from '../../time/parse-with-format.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'
import { format, formatArgument, timeZone, zoneArgument } from './parameters.ts'
import { orFail, timestampOf } from './timestamp-of.ts'

export const formatTimestampFilter: Filter = {
  definition: {
    name: 'format_timestamp',
    aliases: ['epochms_date'],
    category: 'timestamp',
    help: 'A timestamp as text.',
    input: 'timestamp',
    params: [format, timeZone],
    result: 'text',
    examples: [
      { expression: '946684800000|format_timestamp:"Y-m-d H:i:s"', expect: '2000-01-01 00:00:00' },
      {
        expression: '946684800000|format_timestamp:"D, j M Y g:i a T":"America/New_York"',
        expect: 'Fri, 31 Dec 1999 7:00 pm EST',
      },
      { expression: '"2000-01-01"|format_timestamp:"c"', expect: '2000-01-01T00:00:00+00:00' },
      { expression: 'null|format_timestamp:"Y"', expect: null },
    ],
  },
  evaluate(value, [codes, zone], context) {
    const zoneName = zoneArgument(zone)
    const timestamp = timestampOf(value, context, zoneName)
    if (timestamp === null) return null
    return within(formatTimestamp(timestamp, formatArgument(codes), zoneName), context)
  },
}

export const parseTimestamp: Filter = {
  definition: {
    name: 'parse_timestamp',
    aliases: ['epochms_from_format'],
    category: 'timestamp',
    help: 'The timestamp of a text written in a given format. Parts that the format lacks are those of now; `!` in front makes them those of 1970-01-01 00:00.',
    input: 'text',
    params: [format, timeZone],
    result: 'timestamp',
    examples: [
      { expression: '"31/01/2025 15:30"|parse_timestamp:"d/m/Y H:i"', expect: 1738337400000 },
      { expression: '"2025-07-01"|parse_timestamp:"!Y-m-d":"Asia/Kolkata"', expect: 1751308200000 },
      { expression: 'null|parse_timestamp:"Y"', expect: null },
    ],
  },
  evaluate(value, [codes, zone], context) {
    if (value === null || value === '') return null
    const text = within(toText(value), context)
    const now = context.ports.clock.now()
    return orFail(parseWithFormat(text, formatArgument(codes), zoneArgument(zone), now), text)
  },
}
