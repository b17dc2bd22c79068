import { toText } from '../../values/convert.ts'
import { errorTypes, StackError, type ErrorType } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'

/** The error of a precondition that does not hold. An unknown type counts as standard. */
export function refusal(type: Value, message: Value, payload: Value): StackError {
  const name = typeof type === 'string' ? type.toLowerCase().replaceAll('_', '') : 'standard'
  const known = (Object.hasOwn(errorTypes, name) ? name : 'standard') as ErrorType
  return new StackError(known, 'precondition', toText(message), { payload })
}
