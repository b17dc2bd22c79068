import type { QueryNode, Value } from '@cairn/statements'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { field, index, table } from './tables.ts'
import { queryOf, testPort, type TestPort } from './test-port.ts'

const account = table(
  'account',
  [
    field('id', 'int'),
    field('name', 'text'),
    field('age', 'int', { nullable: true }),
    field('tags', 'text', { list: { min: null, max: null } }),
    field('team', 'int'),
    field('password', 'password'),
    field('salary', 'int', { visibility: 'private' }),
    field('note', 'text', { visibility: 'internal' }),
    field('home', 'object', { schema: [field('city', 'text')] }),
    field('profile', 'object', {
      schema: [field('nick', 'text'), field('ssn', 'text', { visibility: 'internal' })],
    }),
  ],
  [index('primary', 'id')],
)
const team = table('team', [
  field('id', 'int'),
  field('title', 'text'),
  field('secret', 'text', { visibility: 'internal' }),
])

let port: TestPort

beforeAll(async () => {
  port = await testPort([account, team])
  await port.fill('team', [
    { id: 1, title: 'Red', secret: 's1' },
    { id: 2, title: 'Blue', secret: 's2' },
  ])
  await port.fill('account', [
    {
      id: 1,
      name: 'Ada',
      age: 30,
      tags: ['x', 'y'],
      team: 1,
      salary: 5,
      home: { city: 'Rome' },
      profile: { nick: 'a', ssn: '9' },
    },
    {
      id: 2,
      name: `O'Neil "b"`,
      age: null,
      tags: ['y'],
      team: 2,
      salary: 6,
      home: { city: 'Oslo' },
      profile: { nick: 'b', ssn: '8' },
    },
    {
      id: 3,
      name: 'Cy',
      age: 20,
      tags: [],
      team: 1,
      salary: 7,
      home: { city: 'Bern' },
      profile: { nick: 'c', ssn: '7' },
    },
  ])
}, 60_000)

afterAll(() => port?.close())

const at = (from: string, name: string): QueryNode => ({ kind: 'column', table: from, column: name, path: [] })

/** One plan for all, so that one request's shape could show in another's answer if it were kept wrongly. */
const plan = queryOf('account', {
  where: {
    kind: 'compare',
    operator: '<',
    ignoreNull: true,
    left: at('account', 'id'),
    right: { kind: 'value', slot: 0 },
  },
  joins: [
    {
      alias: 't',
      table: 'team',
      type: 'left',
      where: {
        kind: 'compare',
        operator: '==',
        ignoreNull: false,
        left: at('account', 'team'),
        right: at('t', 'id'),
      },
    },
  ],
  evals: [
    { name: 'team_title', value: at('t', 'title') },
    {
      name: 'wealth',
      value: {
        kind: 'arithmetic',
        operator: '*',
        left: at('account', 'salary'),
        right: { kind: 'literal', value: 2 },
      },
    },
    { name: 'rich', value: at('wealth', '') },
  ],
  additionalWhere: { slot: 1 },
  overrideSort: { slot: 2 },
  output: ['id'],
})

async function ids(where: Value, sort: Value = null, below: Value = null): Promise<number[]> {
  const rows = (await port.db.query(plan, [below, where, sort])) as { id: number }[]
  return rows.map(({ id }) => id)
}

const statement = (column: string, op: string, operand: Value, more: { [key: string]: Value } = {}): Value => ({
  ...more,
  statement: { left: { tag: 'col', operand: column }, op, right: { operand } },
})
const where = (...expression: Value[]): Value => ({ expression })

describe('additional_where', () => {
  test.each<[string, string, Value, number[]]>([
    ['account.age', '=', 30, [1]],
    ['age', '==', '30', [1]],
    ['account.age', '=', null, [2]],
    ['account.age', '!=', 30, [3]],
    ['account.age', '>', 20, [1]],
    ['account.age', '>=', 20, [1, 3]],
    ['account.age', '<', 30, [3]],
    ['account.age', '<=', 30, [1, 3]],
    ['account.age', 'between', [20, 25], [3]],
    ['account.age', 'not between', [20, 25], [1]],
    ['account.tags', 'contains', 'x', [1]],
    ['account.tags', 'not contains', 'x', [2, 3]],
    ['account.id', 'in', [1, 3], [1, 3]],
    ['account.id', 'not in', [1, 3], [2]],
    ['account.tags', 'overlaps', ['x', 'z'], [1]],
    ['account.tags', 'not overlaps', ['x', 'z'], [2, 3]],
    ['account.name', 'like', 'A%', [1]],
    ['account.name', 'ilike', 'a%', [1]],
    ['account.name', 'includes', 'NEIL', [2]],
    ['account.name', 'regex', '^C', [3]],
    ['account.name', 'not regex', '^C', [1, 2]],
    ['account.name', '=', `O'Neil "b"`, [2]],
    ['account.name', '=', `x' or '1'='1`, []],
    ['account.home.city', '=', 'Rome', [1]],
    ['account.profile.nick', '=', 'b', [2]],
    ['t.title', '=', 'Blue', [2]],
    ['team_title', '=', 'Red', [1, 3]],
  ])('%s %s %o', async (name, op, operand, expected) => {
    expect(await ids(where(statement(name, op, operand)))).toEqual(expected)
    expect(await ids(JSON.stringify(where(statement(name, op, operand))))).toEqual(expected)
  })

  test('groups and or: and binds tighter; the own condition of the stack holds in any case', async () => {
    const group = {
      or: true,
      type: 'group',
      group: where(statement('age', '<', 25), statement('team', '=', 1, { type: 'statement' })),
    }
    const all = where(statement('name', '=', 'Ada'), statement('age', '=', 30), group)
    expect(await ids(all)).toEqual([1, 3])
    expect(await ids(all, null, 2)).toEqual([1])
    expect(await ids(where(statement('id', '=', 1), statement('id', '=', 2, { or: true })), null, 2)).toEqual([1])
  })

  test('two columns', async () => {
    const same = { left: { tag: 'col', operand: 'account.id' }, op: '=', right: { tag: 'col', operand: 't.id' } }
    expect(await ids(where({ statement: same }))).toEqual([1, 2])
  })

  test.each<[Value]>([[null], [''], ['  '], [{ expression: [] }], [[]]])('%o filters nothing', async (given) => {
    expect(await ids(given)).toEqual([1, 2, 3])
  })

  test.each<[string, Value]>([
    ['no JSON', '{'],
    ['no list', { expression: 1 }],
    ['a number', 4],
    ['an unknown member', { expression: [], sql: '1=1' }],
    [
      'an unknown member of a statement',
      where({ statement: { left: { tag: 'col', operand: 'id' }, right: { operand: 1 }, cast: 'x' } }),
    ],
    [
      'a filter on a side',
      where({ statement: { left: { tag: 'col', operand: 'id', filters: [{ name: 'x' }] }, right: { operand: 1 } } }),
    ],
    ['an unknown op', where(statement('id', '= 1 or 1 =', 1))],
    ['an op of the prototype', where(statement('id', 'constructor', 1))],
    ['an unknown tag', where({ statement: { left: { tag: 'sql', operand: '1=1' }, right: { operand: 1 } } })],
    ['a value on the left', where({ statement: { left: { operand: 1 }, right: { operand: 1 } } })],
    ['an or that is no boolean', where(statement('id', '=', 1), statement('id', '=', 2, { or: 'yes' }))],
    ['too many statements', where(...Array.from({ length: 101 }, () => statement('id', '=', 1)))],
    [
      'groups too deep',
      Array.from({ length: 12 }).reduce<Value>((inner) => where({ type: 'group', group: inner }), where()),
    ],
  ])('%s is refused', async (_name, given) => {
    await expect(ids(given)).rejects.toMatchObject({ type: 'inputerror', reason: 'invalid_filter', status: 400 })
  })
})

describe('override_sort', () => {
  test.each<[Value, number[]]>([
    [[{ sortBy: 'account.id', orderBy: 'desc' }], [3, 2, 1]],
    ['[{"sortBy":"name","orderBy":"desc"}]', [2, 3, 1]],
    [
      [
        { sortBy: 't.title', orderBy: 'asc' },
        { sortBy: 'account.id', orderBy: 'DESC' },
      ],
      [2, 3, 1],
    ],
    [{ sortBy: 'account.home.city' }, [3, 2, 1]],
    [
      [{ sortBy: 'team_title', orderBy: 'desc' }, { sortBy: 'id' }],
      [1, 3, 2],
    ],
    [[], [1, 2, 3]],
    ['', [1, 2, 3]],
  ])('%o', async (sort, expected) => {
    expect(await ids(null, sort)).toEqual(expected)
  })

  test.each<[Value]>([
    ['name desc; drop table account'],
    [[{ sortBy: 'id', orderBy: 'asc; drop table account' }]],
    [[{ sortBy: 'id', orderBy: 'rand' }]],
    [[{ sortBy: 1 }]],
    [['id']],
    [[{ sortBy: 'id', nulls: 'first' }]],
    [Array.from({ length: 17 }, () => ({ sortBy: 'id' }))],
  ])('%o is refused', async (sort) => {
    await expect(ids(null, sort)).rejects.toMatchObject({ type: 'inputerror', reason: 'invalid_filter' })
  })
})

const over = (slot: number, written: number): QueryNode => ({
  kind: 'filter',
  name: 'coalesce',
  base: { kind: 'value', slot },
  args: [{ kind: 'literal', value: written }],
})

test('paging of a request goes before what is written', async () => {
  const paging = { page: over(0, 1), perPage: over(1, 2), offset: null, totals: false, metadata: false }
  const paged = queryOf('account', { output: ['id'], return: { type: 'list', distinct: false, paging } })
  const page = async (...values: Value[]): Promise<number[]> =>
    ((await port.db.query(paged, values)) as { id: number }[]).map(({ id }) => id)
  expect(await page(null, '')).toEqual([1, 2])
  expect(await page(2, null)).toEqual([3])
  expect(await page('3', '1')).toEqual([3])
  await expect(page('1 offset 0', 1)).rejects.toMatchObject({ reason: 'invalid_paging' })
})

test('an aggregate is sorted by what it shows, and by nothing hidden', async () => {
  const count: QueryNode = { kind: 'filter', name: 'count', base: at('account', 'id'), args: [] }
  const grouped = queryOf('account', {
    return: {
      type: 'aggregate',
      paging: null,
      group: [{ name: 'team', value: at('account', 'team') }],
      evals: [{ name: 'n', value: count }],
    },
    overrideSort: { slot: 0 },
  })
  expect(await port.db.query(grouped, [[{ sortBy: 'n', orderBy: 'asc' }]])).toEqual([
    { team: 2, n: 1 },
    { team: 1, n: 2 },
  ])
  for (const sortBy of ['salary', 'account.age', 'nope']) {
    await expect(port.db.query(grouped, [[{ sortBy }]])).rejects.toMatchObject({ reason: 'invalid_filter' })
  }
})

/** Security classes 8 (asking for what is hidden by filter or sort) and 9 (SQL through names). */
describe('columns a request may not use', () => {
  const refused = [
    'password',
    'account.password',
    'salary',
    'account.salary',
    'note',
    'account.note',
    'account.profile',
    'profile.ssn',
    'account.profile.ssn',
    'account.profile.ssn.deep',
    't.secret',
    'wealth',
    'rich',
    'nope',
    'account.nope',
    'team.title',
    'w1_live.account.id',
    'account',
    '',
    'constructor',
    '__proto__',
    'account.id"; drop table account; --',
    `id' or '1'='1`,
    'id::text',
    'account."id"',
    'account.password\0',
    'ACCOUNT.PASSWORD',
    'account.password.length',
  ]

  test.each(refused)('%s', async (name) => {
    const expected = { type: 'inputerror', reason: 'invalid_filter', status: 400 }
    const failed = await ids(where(statement(name, '=', 'x'))).catch((error: Error) => error)
    expect(failed).toMatchObject(expected)
    const side = { left: { tag: 'col', operand: 'id' }, op: '=', right: { tag: 'col', operand: name } }
    await expect(ids(where({ statement: side }))).rejects.toMatchObject(expected)
    await expect(ids(null, [{ sortBy: name, orderBy: 'asc' }])).rejects.toMatchObject(expected)
    // Hidden and unknown columns are told apart by nothing.
    expect((failed as Error).message).toBe('The filter names no column that it may use.')
    expect(await ids(null)).toEqual([1, 2, 3])
  })

  test.each([`'; drop table account; --`, '$1', '\\', '%', `"`, '{}', '--', `E'\\'`])(
    'the value %s is bound',
    async (value) => {
      expect(await ids(where(statement('name', '=', value)))).toEqual([])
      expect(await ids(where(statement('id', 'in', [value])))).toEqual([])
      expect(await ids(null)).toEqual([1, 2, 3])
    },
  )
})
