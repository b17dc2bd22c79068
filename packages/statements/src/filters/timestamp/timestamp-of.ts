import type { FilterContext } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'
import { typeName } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { parsePhrase } from '../../time/phrase/parse-phrase.ts'

/**
 * Epoch milliseconds of a number or a phrase ("now", "next friday", "2025-01-02"); null and "" have none. What is no time
 * is an error.
 */
export function timestampOf(value: Value, context: FilterContext, timeZone = 'UTC'): number | null {
  if (value === null || value === '') return null
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'string') return orFail(parsePhrase(value, context.ports.clock.now(), timeZone), value)
  throw notTimestamp(`This is of type ${typeName(value)}.`)
}

/** The timestamp, unless there is none: `text` was no time then. */
export function orFail(timestamp: number | null, text: string): number {
  if (timestamp !== null) return timestamp
  throw notTimestamp(`"${text.slice(0, 40)}" is none. Write "2025-01-31 15:30", "next friday" or "-7 days".`)
}

function notTimestamp(hint: string): StackError {
  return new StackError('standard', 'not_timestamp', 'Not a valid timestamp.', { hint })
}
