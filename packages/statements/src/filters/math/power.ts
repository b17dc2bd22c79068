import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toNumber } from '../../values/convert.ts'
import type { Value } from '../../values/value.ts'
import { finite } from './number.ts'

export const pow: Filter = {
  definition: {
    name: 'pow',
    category: 'math',
    help: 'The number to the power of another.',
    input: 'number',
    params: [needed('exponent', 'number', 'The exponent.')],
    result: 'number',
    examples: [
      { expression: '10|pow:2', expect: 100 },
      { expression: '4|pow:0.5', expect: 2 },
      { expression: '0|pow:0', expect: 1 },
    ],
  },
  evaluate: (value, [exponent]) => {
    const power = argument(exponent)
    return finite('pow', toNumber(value) ** toNumber(power), value, power)
  },
}

export const log: Filter = {
  definition: {
    name: 'log',
    category: 'math',
    help: 'The logarithm to a base.',
    input: 'number',
    params: [fallback('base', 'number', Math.E, 'The base. e when left out.')],
    result: 'number',
    examples: [
      { expression: '2|log:2', expect: 1 },
      { expression: '8|log:2', expect: 3 },
      { expression: '1000|log:10', expect: 3 },
      { expression: '1|log', expect: 0 },
    ],
  },
  evaluate: (value, [baseArgument]) => {
    const base = argument(baseArgument, Math.E)
    return finite('log', logarithm(toNumber(value), base), value, base)
  },
}

/** Exact where the base has a function of its own, which a quotient is not. */
function logarithm(number: number, base: Value): number {
  const by = toNumber(base)
  if (by === 2) return Math.log2(number)
  if (by === 10) return Math.log10(number)
  return by <= 0 || by === 1 ? Number.NaN : Math.log(number) / Math.log(by)
}
