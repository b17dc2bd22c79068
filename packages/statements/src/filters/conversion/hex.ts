import type { Filter } from '../../define/types.ts'
import { bytesToText, textToBytes } from '../../values/bytes.ts'
import { StackError } from '../../values/error.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'

const common = { category: 'conversion', input: 'text', params: [], result: 'text' } as const

export const hex: readonly Filter[] = [
  {
    definition: {
      ...common,
      name: 'bin2hex',
      help: 'The bytes of the text, two hexadecimal digits each.',
      examples: [
        { expression: '"abc"|bin2hex', expect: '616263' },
        { expression: '"é"|bin2hex', expect: 'c3a9' },
      ],
    },
    evaluate: (value, _, context) => within(Buffer.from(textToBytes(toText(value))).toString('hex'), context),
  },
  {
    definition: {
      ...common,
      name: 'hex2bin',
      help: 'The text, or the bytes, that pairs of hexadecimal digits spell.',
      examples: [
        { expression: '"616263"|hex2bin', expect: 'abc' },
        { expression: '"C3A9"|hex2bin', expect: 'é' },
        { expression: '("00ff"|hex2bin)|bin2hex', expect: '00ff' },
      ],
    },
    evaluate: (value, _, context) => {
      const text = within(toText(value), context)
      if (text.length % 2 === 0 && /^[0-9a-fA-F]*$/.test(text)) return bytesToText(Buffer.from(text, 'hex'))
      throw new StackError('standard', 'not_hex', 'The text is not made of pairs of hexadecimal digits.', {
        hint: 'Only 0-9 and a-f may stand in it, an even number of them.',
      })
    },
  },
]
