/** Bits of whole numbers, as 64-bit integers. */
import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterExample } from '../../define/types.ts'
import { toNumber } from '../../values/convert.ts'
import type { Value } from '../../values/value.ts'
import { finite } from './number.ts'

function bitsOf(value: Value): bigint {
  return BigInt.asIntN(64, BigInt(Math.trunc(finite('bitwise', toNumber(value), value))))
}

function bitwise(
  name: string,
  help: string,
  calculate: (left: bigint, right: bigint) => bigint,
  examples: readonly FilterExample[],
): Filter {
  return {
    definition: {
      name,
      category: 'math',
      help,
      input: 'int',
      params: [needed('value', 'int', 'The other number.')],
      result: 'int',
      examples,
    },
    evaluate: (value, [other]) => Number(calculate(bitsOf(value), bitsOf(argument(other)))),
  }
}

const bitwiseNot: Filter = {
  definition: {
    name: 'bitwise_not',
    category: 'math',
    help: 'The number with every bit flipped.',
    input: 'int',
    params: [],
    result: 'int',
    examples: [
      { expression: '8|bitwise_not', expect: -9 },
      { expression: '-1|bitwise_not', expect: 0 },
    ],
  },
  evaluate: (value) => Number(~bitsOf(value)),
}

export const bitwiseFilters: readonly Filter[] = [
  bitwise('bitwise_and', 'The bits that both numbers have.', (left, right) => left & right, [
    { expression: '5|bitwise_and:3', expect: 1 },
    { expression: '4294967296|bitwise_and:4294967297', expect: 4294967296 },
  ]),
  bitwise('bitwise_or', 'The bits that one of the numbers has.', (left, right) => left | right, [
    { expression: '5|bitwise_or:3', expect: 7 },
    { expression: '0|bitwise_or:0', expect: 0 },
  ]),
  bitwise('bitwise_xor', 'The bits that only one of the numbers has.', (left, right) => left ^ right, [
    { expression: '5|bitwise_xor:3', expect: 6 },
    { expression: '5|bitwise_xor:5', expect: 0 },
  ]),
  bitwiseNot,
]
