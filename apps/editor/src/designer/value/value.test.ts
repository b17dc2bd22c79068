import { parseExpression, print, sameTree, statementAt, type ObjectLiteral } from '@cairn/language'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../engine/document.ts'
import { invalid } from '../engine/nodes.ts'
import { completionsAt, namesFor, type Scope } from './completions.ts'
import { readCondition, writeCondition, type Condition } from './condition.ts'
import { joinChain, splitChain } from './filter-chain.ts'
import { queryColumns } from './known-names.ts'
import { withEntry, withKey, withMoved, withRepeated } from './object-entries.ts'
import { readSort, writeSort } from './sort-rows.ts'
import { withTypes } from './names-at.ts'
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
    ['$db.user.name', 'column', 'user.name'],
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
  ['$a && ($b == 1)', ['&&', 'holds', ['||', '==']]],
  ['$a && (($b == 1 && $c == 2) || $d == 3)', ['&&', 'holds', ['||', ['&&', '==', '=='], '==']]],
  ['($a|count) > 3', ['&&', '>']],
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
  names: [
    { path: '$user', type: 'a row of user' },
    { path: '$user.name', type: 'text' },
    { path: '$user.address', type: 'an object' },
    { path: '$user.address.city', type: 'text' },
    { path: '$users', type: 'a list' },
    { path: '$input.email', type: 'email' },
    { path: '$env.KEY', type: 'environment' },
    { path: '$db.deal.name', type: 'text' },
    { path: '$db.deal.stage', type: 'enum', values: ['"open"', '"won"'] },
    { path: '$db.total', type: 'computed column' },
  ],
  filters: [
    { name: 'trim', category: 'text', help: 'Cuts.', input: 'text', params: [], result: 'text', example: null },
    {
      name: 'split',
      aliases: ['explode'],
      category: 'text',
      help: 'Parts.',
      input: 'text',
      params: [{ name: 'separator', type: 'text', kind: 'value', required: true, help: 'Where.' }],
      result: 'array',
      example: null,
    },
  ],
}

test.each([
  ['$us', ['$user', '$users']],
  ['$user', ['$users']],
  ['$user.', ['$user.name', '$user.address']],
  ['$user.address.', ['$user.address.city']],
  ['1 + $in', ['$input.email']],
  ['$a|tr', ['trim']],
  ['$db.', ['$db.deal.name', '$db.deal.stage', '$db.total']],
  ['$stage', ['$db.deal.stage']],
  ['$db.deal.st', ['$db.deal.stage']],
  ['$a|split:', ['""']],
  ['$a|explode:"', ['""']],
  ['$a|split:",":', []],
  ['$db.deal.stage == ', ['"open"', '"won"']],
  ['$db.deal.stage !=? "w', ['"won"']],
  ['$db.deal.name == ', []],
  ['abc', []],
])('behind %j stands %j', (typed, expected) => {
  expect(completionsAt(typed, typed.length, scope).options.map(({ label }) => label)).toEqual(expected)
})

test('a completion takes the place of what was typed, and a filter that asks for an argument goes on', () => {
  expect(completionsAt('$a + $us', 8, scope).from).toBe(5)
  expect(completionsAt('$a|sp', 5, scope).options[0]).toMatchObject({ insert: 'split:', goesOn: true })
  expect(namesFor('input', 'em', scope)).toEqual({
    from: 0,
    options: [{ label: 'email', insert: 'email', detail: 'email' }],
  })
  expect(namesFor('var', 'user.n', scope).options.map(({ label }) => label)).toEqual(['user.name'])
  expect(namesFor('column', 'deal.', scope).options.map(({ label }) => label)).toEqual(['deal.name', 'deal.stage'])
  expect(namesFor('var', '', scope).options.map(({ label }) => label)).toEqual(['user', 'users'])
})

test.each([
  ['{created_at: "desc"}', [['created_at', 'desc']], '{created_at: "desc"}'],
  [
    '[{sort: "a", order: "asc"}, {b: "rand"}]',
    [
      ['a', 'asc'],
      ['b', 'rand'],
    ],
    '{a: "asc", b: "rand"}',
  ],
  ['{user.name: "asc"}', [['user.name', 'asc']], '{"user.name": "asc"}'],
  ['$sort', null, ''],
  ['{a: $order}', null, ''],
])('the sort %s is rows and back', (typed, expected, written) => {
  const rows = readSort(read(typed))
  expect(rows?.map(({ by, order }) => [by, order]) ?? null).toEqual(expected)
  const back = writeSort(rows ?? [])
  expect(back === null ? '' : print(back)).toBe(written)
})

test('a key of an object is set in its place, and the object goes with its last key', () => {
  const object = read('{type: "list", paging: {page: 1}}')
  expect(print(withEntry(object, 'type', read('"count"'))!)).toBe('{type: "count", paging: {page: 1}}')
  expect(print(withEntry(object, 'distinct', read('true'))!)).toContain('distinct: true')
  expect(withEntry(read('{page: 1}'), 'page', null)).toBeNull()
  expect(print(withKey(read('{a: {table: "b"}}') as ObjectLiteral, 'a', 'my key'))).toBe('{"my key": {table: "b"}}')
})

test('names get the types of the checker and the paths inside; what the object says stays', () => {
  const own = [
    { path: '$user', type: '' },
    { path: '$input.email', type: 'email' },
  ]
  const typed = [
    { path: '$input', type: 'an object' },
    { path: '$input.email', type: 'text' },
    { path: '$user', type: 'a row of user' },
    { path: '$user.name', type: 'text' },
    { path: '$gone.name', type: 'text' },
  ]
  expect(withTypes(own, typed)).toEqual([
    { path: '$user', type: 'a row of user' },
    { path: '$input.email', type: 'email' },
    { path: '$user.name', type: 'text' },
  ])
})

test('the parts of an object are moved and repeated', () => {
  const object = read('{a: 1, b: 2}') as ObjectLiteral
  expect(print(withMoved(object, 0, 1))).toBe('{b: 2, a: 1}')
  expect(withMoved(object, 0, -1)).toBe(object)
  expect(print(withRepeated(withRepeated(object, 0), 0))).toBe('{a: 1, a_copy2: 1, a_copy: 1, b: 2}')
})

const queryOf = (args: string) =>
  statementAt(readDocument(`function f {\nstack {\ndb.query deal {\n${args}\n}\n}\n}`).object!.body, 'stack.0')!

test('a query knows its columns, those of its joins, and what it computes', () => {
  const column = { type: 'text', values: [] }
  const columns = { deal: [{ name: 'title', ...column }], user: [{ name: 'email', ...column }], other: [] }
  const args = 'join = {owner: {table: "user"}}\neval = {total: $db.deal.title|count}'
  expect(queryColumns(queryOf(args), columns).map(({ path }) => path)).toEqual([
    '$db.deal.title',
    '$db.owner.email',
    '$db.total',
  ])
})
