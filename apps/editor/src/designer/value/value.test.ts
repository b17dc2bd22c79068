import { parseExpression, print, sameTree } from '@cairn/language'
import { describe, expect, test } from 'vitest'
import { invalid } from '../engine/nodes.ts'
import { completionsAt, namesFor, type Scope } from './completions.ts'
import { readCondition, writeCondition, type Condition } from './condition.ts'
import { joinChain, splitChain } from './filter-chain.ts'
import { modeOf, readIn, shownIn, switchMode } from './value-mode.ts'

const read = (typed: string, context: 'value' | 'condition' = 'value') => parseExpression(typed, context).expression

describe('a value is shown plainly and means what it was', () => {
  test.each([
    ['"Ada"', 'text', 'Ada'],
    ['"a \\"b\\" $x"', 'text', 'a "b" $x'],
    ['12.50', 'number', '12.50'],
    ['true', 'bool', 'true'],
    ['null', 'null', 'null'],
    ['$user', 'var', 'user'],
    ['$user.name.first', 'var', 'user.name.first'],
    ['$input.email', 'input', 'email'],
    ['$auth.id', 'auth', 'id'],
    ['$env.KEY', 'env', 'KEY'],
    ['$input', 'expression', '$input'],
    ['$a + 1', 'expression', '$a + 1'],
    ['{a: 1}', 'expression', '{a: 1}'],
  ])('%s', (typed, mode, shown) => {
    const expression = read(typed)
    expect([modeOf(expression), shownIn(modeOf(expression), expression)]).toEqual([mode, shown])
    expect(sameTree(readIn(modeOf(expression), shown), expression)).toBe(true)
  })
})

test.each([
  ['$user', 'text', '"$user"'],
  ['"12"', 'number', '12'],
  ['"x"', 'number', '0'],
  ['"email"', 'input', '$input.email'],
  ['$a + 1', 'expression', '$a + 1'],
  ['1', 'bool', 'true'],
  ['null', 'var', '$'],
  ['null', 'text', '""'],
  ['true', 'number', '0'],
] as const)('%s switched to %s is %s', (typed, mode, expected) => {
  expect(print(switchMode(read(typed), mode))).toBe(expected)
})

test.each(['$a|trim|split:","', '($a + 1)|round:2', '"x"|!to_upper|concat:$b:" "', '$a'])(
  'the chain %s splits and joins',
  (typed) => {
    expect(sameTree(joinChain(splitChain(read(typed))), read(typed))).toBe(true)
  },
)

test('a filter on a sum gets parentheses around the sum', () => {
  expect(print(joinChain({ base: read('$a + 1'), filters: [{ name: 'abs', args: [], disabled: false }] }))).toBe(
    '($a + 1)|abs',
  )
})

const shape = (condition: Condition): unknown =>
  condition.kind === 'group' ? [condition.join, ...condition.parts.map(shape)] : (condition.operator ?? 'holds')

test.each([
  ['$a == 1', ['&&', '==']],
  ['$a == 1 && $b != 2 && $c', ['&&', '==', '!=', 'holds']],
  ['$a == 1 || $b == 2', ['||', '==', '==']],
  ['($a == 1 || $b == 2) && $c > 3', ['&&', ['||', '==', '=='], '>']],
  ['$db.deal.owner ==? $input.owner && $db.deal.name includes? $input.q', ['&&', '==?', 'includes?']],
  ['$a|is_empty', ['&&', 'holds']],
])('the condition %s is rows and back', (typed, expected) => {
  const expression = read(typed, 'condition')
  expect(shape(readCondition(expression))).toEqual(expected)
  expect(print(writeCondition(readCondition(expression))!)).toBe(typed)
})

test.each([
  ['$a', '', '$a == null'],
  ['', '1', 'null == 1'],
])('a row with one side filled reads back as a row: %j and %j', (left, right, expected) => {
  const side = (typed: string) => (typed === '' ? invalid('') : read(typed))
  const written = writeCondition({ kind: 'test', left: side(left), operator: '==', right: side(right) })!
  expect(print(written)).toBe(expected)
  expect(shape(readCondition(written))).toEqual(['&&', '=='])
})

test('a row nobody has filled is no condition', () => {
  expect(writeCondition({ kind: 'test', left: invalid(''), operator: '==', right: invalid('') })).toBeNull()
})

test('an empty group is no condition', () => {
  expect(writeCondition({ kind: 'group', join: '&&', parts: [{ kind: 'group', join: '||', parts: [] }] })).toBeNull()
})

const scope: Scope = {
  variables: ['user', 'users'],
  inputs: ['email'],
  env: ['KEY'],
  columns: { deal: ['name'] },
  filters: [
    { name: 'trim', category: 'text', help: 'Cuts.', input: 'text', params: [], result: 'text', example: null },
  ],
}

test.each([
  ['$us', ['$user', '$users']],
  ['$user', ['$users']],
  ['1 + $in', ['$input.email']],
  ['$a|tr', ['trim']],
  ['$db.', ['$db.deal.name']],
  ['abc', []],
])('behind %j stands %j', (typed, expected) => {
  expect(completionsAt(typed, typed.length, scope).options.map(({ label }) => label)).toEqual(expected)
})

test('a completion takes the place of what was typed', () => {
  expect(completionsAt('$a + $us', 8, scope).from).toBe(5)
  expect(namesFor('input', 'em', scope)).toEqual({
    from: 0,
    options: [{ label: 'email', insert: 'email', detail: 'input' }],
  })
})
