import type { Filter } from '../../define/types.ts'
import { toInt, toNumber } from '../../values/convert.ts'
import { isTruthy } from '../../values/kinds.ts'

export const odd: Filter = {
  definition: {
    name: 'odd',
    category: 'comparison',
    help: 'Whether the whole part of the number is odd.',
    input: 'number',
    params: [],
    result: 'bool',
    examples: [
      { expression: '3|odd', expect: true },
      { expression: '-3|odd', expect: true },
      { expression: '4|odd', expect: false },
    ],
  },
  evaluate: (value) => toInt(toNumber(value)) % 2 !== 0,
}

export const even: Filter = {
  definition: {
    name: 'even',
    category: 'comparison',
    help: 'Whether the whole part of the number is even.',
    input: 'number',
    params: [],
    result: 'bool',
    examples: [
      { expression: '4|even', expect: true },
      { expression: '0|even', expect: true },
      { expression: '"5"|even', expect: false },
    ],
  },
  evaluate: (value) => toInt(toNumber(value)) % 2 === 0,
}

export const not: Filter = {
  definition: {
    name: 'not',
    category: 'comparison',
    help: 'The opposite of true or false.',
    input: 'any',
    params: [],
    result: 'bool',
    examples: [
      { expression: 'true|not', expect: false },
      { expression: '""|not', expect: true },
      { expression: '[0]|not', expect: false },
    ],
  },
  evaluate: (value) => !isTruthy(value),
}
