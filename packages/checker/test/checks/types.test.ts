import { filters, StackError, type FilterContext } from '@cairn/statements'
import { expect, test } from 'vitest'
import { findingsInStack } from '../findings-in.ts'

const log = (value: string) => `debug.log {\nvalue = ${value}\n}`

test.each([
  [log('[1]|to_upper'), ['2 error wrong_type: The filter "to_upper" takes text, not a list.']],
  [log('"a, b"|count'), ['2 error wrong_type: The filter "count" takes a list, not text.']],
  [log('5|first'), ['2 error wrong_type: The filter "first" takes a list, not a whole number.']],
  [log('"a"|concat:{b: 1}'), ['2 error wrong_type: value of the filter "concat" must be text, not an object.']],
  ['foreach (5) {\neach as $x {\n}\n}', ['1 error wrong_type: List must be a list, not a whole number.']],
  ['util.sleep {\nvalue = {seconds: 1}\n}', ['2 error wrong_type: value must be a number, not an object.']],
  [
    'var $list {\nvalue = [1, 2]\n}\n' + log('$list|map:($$|to_upper|count)'),
    ['5 error wrong_type: The filter "count" takes a list, not text.'],
  ],
  [
    'db.query user {\n} as $users\ntext.append $users {\nvalue = $users\n}',
    ['4 error wrong_type: value must be text, not a list.'],
  ],
  [log('{a: 1}|count'), []],
  [log('5|to_upper'), []],
  [log('null|count'), []],
  [log('$env.X|count'), []],
])('%s', (stack, findings) => {
  expect(findingsInStack(stack)).toEqual(findings)
})

test('a stack that asks for the type of a value knows better', () => {
  const stack = `conditional {
  if ($input.tags|is_text) {
    var $x {
      value = $input.tags|split:","
    }
  }
}`
  expect(findingsInStack(stack, 'text[] tags')).toEqual([])
  expect(findingsInStack('var $x {\nvalue = $input.tags|split:","\n}', 'text[] tags')).toEqual([
    '2 error wrong_type: The filter "split" takes text, not a list.',
  ])
})

const given = { array: 'some text', text: ['a list'], number: ['a list'], int: ['a list'], timestamp: ['a list'] }
const context = { spend: () => {}, maxText: 1000, maxArray: 1000 } as unknown as FilterContext

test.each(
  filters.all.flatMap(({ definition, evaluate }) => {
    const value = Object.entries(given).find(([type]) => type === definition.input)?.[1]
    return value === undefined ? [] : [{ name: definition.name, definition, evaluate, value }]
  }),
)('what is wrong for the filter $name fails when it runs', ({ definition, evaluate, value }) => {
  const args = definition.params.map(({ kind, type }) => {
    if (kind === 'each') return () => null
    return type === 'int' || type === 'number' ? 1 : type === 'array' ? [] : 'a'
  })
  expect(() => evaluate(value, args, context)).toThrow(StackError)
})
