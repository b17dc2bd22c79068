import type { Filter } from '../../define/types.ts'
import { toBool as boolOf, toDecimal as decimalOf, toInt as intOf, toText as textOf } from '../../values/convert.ts'

export const toText: Filter = {
  definition: {
    name: 'to_text',
    category: 'type',
    help: 'The value as text. A list or object is an error: use json_encode.',
    input: 'any',
    params: [],
    result: 'text',
    examples: [
      { expression: '1.344|to_text', expect: '1.344' },
      { expression: 'true|to_text', expect: 'true' },
      { expression: 'null|to_text', expect: '' },
    ],
  },
  evaluate: (value) => textOf(value),
}

export const toInt: Filter = {
  definition: {
    name: 'to_int',
    category: 'type',
    help: 'The whole number a value starts with; 0 when it starts with none. The fraction is cut off.',
    input: 'any',
    params: [],
    result: 'int',
    examples: [
      { expression: '"133.45 kg"|to_int', expect: 133 },
      { expression: '-2.9|to_int', expect: -2 },
      { expression: '"kg"|to_int', expect: 0 },
    ],
  },
  evaluate: (value) => intOf(value),
}

export const toDecimal: Filter = {
  definition: {
    name: 'to_decimal',
    aliases: ['to_dec'],
    category: 'type',
    help: 'The number a value starts with; 0 when it starts with none.',
    input: 'any',
    params: [],
    result: 'decimal',
    examples: [
      { expression: '"133.45 kg"|to_decimal', expect: 133.45 },
      { expression: '""|to_dec', expect: 0 },
    ],
  },
  evaluate: (value) => decimalOf(value),
}

export const toBool: Filter = {
  definition: {
    name: 'to_bool',
    category: 'type',
    help: 'True or false: "false", "off", "no", "n", "f", "0" and whatever is empty are false.',
    input: 'any',
    params: [],
    result: 'bool',
    examples: [
      { expression: '"true"|to_bool', expect: true },
      { expression: '"No"|to_bool', expect: false },
      { expression: '0|to_bool', expect: false },
    ],
  },
  evaluate: (value) => boolOf(value),
}
