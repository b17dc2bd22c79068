import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterDefinition } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'
import { toInt, toText } from '../../values/convert.ts'

/** Numbers with more digits are an error. */
const mostDigits = 1000
const digits = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Whole numbers in other bases. As in PHP, characters that are no digit of the base are passed over. */
export const numberBase: readonly Filter[] = [
  toBase('dechex', 16, 'A whole number in hexadecimal.', [
    { expression: '255|dechex', expect: 'ff' },
    { expression: '-1|dechex', expect: 'ffffffffffffffff' },
  ]),
  fromBase('hexdec', 16, 'The number that hexadecimal text spells.', [
    { expression: '"ff"|hexdec', expect: 255 },
    { expression: '"#FF-00"|hexdec', expect: 65_280 },
  ]),
  toBase('decbin', 2, 'A whole number in binary.', [
    { expression: '5|decbin', expect: '101' },
    { expression: '0|decbin', expect: '0' },
  ]),
  fromBase('bindec', 2, 'The number that binary text spells.', [
    { expression: '"101"|bindec', expect: 5 },
    { expression: '""|bindec', expect: 0 },
  ]),
  toBase('decoct', 8, 'A whole number in octal.', [
    { expression: '8|decoct', expect: '10' },
    { expression: '"64"|decoct', expect: '100' },
  ]),
  fromBase('octdec', 8, 'The number that octal text spells.', [
    { expression: '"17"|octdec', expect: 15 },
    { expression: '"0o8"|octdec', expect: 0 },
  ]),
  {
    definition: {
      name: 'base_convert',
      category: 'conversion',
      help: 'A whole number written in another base, exact whatever its size.',
      input: 'text',
      params: [
        needed('from', 'int', 'The base it is in, 2 to 36.'),
        needed('to', 'int', 'The base to write, 2 to 36.'),
      ],
      result: 'text',
      examples: [
        { expression: '"ff"|base_convert:16:2', expect: '11111111' },
        { expression: '"zz"|base_convert:36:10', expect: '1295' },
        { expression: '"ffffffffffffffffffff"|base_convert:16:10', expect: '1208925819614629174706175' },
      ],
    },
    evaluate: (value, [from, to]) =>
      readNumber(toText(value), checkBase(toInt(argument(from)))).toString(checkBase(toInt(argument(to)))),
  },
]

function toBase(name: string, base: number, help: string, examples: FilterDefinition['examples']): Filter {
  return {
    definition: { name, category: 'conversion', help, input: 'int', params: [], result: 'text', examples },
    evaluate: (value) => BigInt.asUintN(64, BigInt(toInt(value))).toString(base),
  }
}

function fromBase(name: string, base: number, help: string, examples: FilterDefinition['examples']): Filter {
  return {
    definition: { name, category: 'conversion', help, input: 'text', params: [], result: 'number', examples },
    evaluate: (value) => {
      const number = Number(readNumber(toText(value), base))
      if (Number.isFinite(number)) return number
      throw tooLong()
    },
  }
}

function readNumber(text: string, base: number): bigint {
  if (text.length > mostDigits) throw tooLong()
  let number = 0n
  for (const character of text.toLowerCase()) {
    const digit = digits.indexOf(character)
    if (digit >= 0 && digit < base) number = number * BigInt(base) + BigInt(digit)
  }
  return number
}

function checkBase(base: number): number {
  if (base >= 2 && base <= 36) return base
  throw new StackError('standard', 'bad_base', `A base is a whole number from 2 to 36, not ${base}.`)
}

function tooLong(): StackError {
  return new StackError('standard', 'number_too_long', `The number has too many digits.`, {
    hint: `At most ${mostDigits} characters are read.`,
  })
}
