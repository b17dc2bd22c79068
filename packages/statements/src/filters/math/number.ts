import { toNumber } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'

/** The result, when it is a number that can be stored and sent; -0 is 0. `given` is what it was made of, for the message. */
export function finite(name: string, result: number, ...given: readonly Value[]): number {
  if (Number.isFinite(result)) return result + 0
  const numbers = given.length === 0 ? 'these numbers' : given.map(toNumber).join(' and ')
  const options = { hint: 'Check the numbers before.' }
  if (Number.isNaN(result))
    throw new StackError('standard', 'no_number', `${name} of ${numbers} has no result.`, options)
  throw new StackError('standard', 'number_too_large', `${name} of ${numbers} is too large.`, options)
}
