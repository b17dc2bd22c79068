import { checkWhole } from '../../values/visits.ts'
import { toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import { isContainer } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'

/** The error of a `throw`: its name is the code, its value the message (as JSON where it is no scalar) and the payload. */
export function thrown(name: Value, value: Value): StackError {
  checkWhole(value)
  const message = isContainer(value) ? JSON.stringify(value) : toText(value)
  return new StackError('standard', 'thrown', message, { code: toText(name), payload: value })
}
