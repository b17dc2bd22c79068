import { toNumber } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'

/** The result, when it is a number that can be stored and sent; -0 is 0. */
export function finite(name: string, result: number, ...given: readonly Value[]): number {
  if (Number.isFinite(result)) return result + 0
  const [type, problem] = Number.isNaN(result) ? ['no_number', 'has no result'] : ['number_too_large', 'is too large']
  throw new StackError('standard', type as string, `${name} of ${given.map(toNumber).join(' and ')} ${problem as string}.`, {
    hint: 'Check the number before.',
  })
}
