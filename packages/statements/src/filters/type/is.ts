/** The filters that say what a value is. */
import type { Filter, FilterExample } from '../../define/types.ts'
import { isEmpty, typeName } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'

function test(
  name: string,
  help: string,
  holds: (value: Value) => boolean,
  examples: readonly FilterExample[],
  aliases: readonly string[] = [],
): Filter {
  return {
    definition: { name, aliases, category: 'type', help, input: 'any', params: [], result: 'bool', examples },
    evaluate: (value) => holds(value),
  }
}

export const typeTests: readonly Filter[] = [
  test(
    'is_null',
    'Whether the value is null.',
    (value) => value === null,
    [
      { expression: 'null|is_null', expect: true },
      { expression: '""|null', expect: false },
    ],
    ['null'],
  ),
  test(
    'is_empty',
    'Whether the value is empty: "", null, 0, "0", false, [] or {}.',
    isEmpty,
    [
      { expression: '[]|is_empty', expect: true },
      { expression: '"0"|empty', expect: true },
      { expression: '[null]|is_empty', expect: false },
    ],
    ['empty'],
  ),
  test('is_array', 'Whether the value is a list.', Array.isArray, [
    { expression: '[1]|is_array', expect: true },
    { expression: '{a: 1}|is_array', expect: false },
  ]),
  test('is_object', 'Whether the value is an object.', (value) => typeName(value) === 'object', [
    { expression: '{a: 1}|is_object', expect: true },
    { expression: '[1]|is_object', expect: false },
  ]),
  test('is_int', 'Whether the value is a number without a fraction.', (value) => typeName(value) === 'int', [
    { expression: '12|is_int', expect: true },
    { expression: '"12"|is_int', expect: false },
    { expression: '1.5|is_int', expect: false },
  ]),
  test('is_decimal', 'Whether the value is a number with a fraction.', (value) => typeName(value) === 'decimal', [
    { expression: '1.5|is_decimal', expect: true },
    { expression: '2|is_decimal', expect: false },
  ]),
  test('is_bool', 'Whether the value is true or false.', (value) => typeof value === 'boolean', [
    { expression: 'false|is_bool', expect: true },
    { expression: '0|is_bool', expect: false },
  ]),
  test('is_text', 'Whether the value is text.', (value) => typeof value === 'string', [
    { expression: '"213"|is_text', expect: true },
    { expression: '213|is_text', expect: false },
  ]),
]
