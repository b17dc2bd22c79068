import type { AddonPlan, QueryAddon, QueryNode, QueryPlan, Value, ValueStream } from '@cairn/statements'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Connection } from '../src/connect/connection.ts'
import { field, index, table } from './tables.ts'
import { queryOf, testPort, type TestPort } from './test-port.ts'

const primary = [index('primary', 'id')]
const author = table(
  'author',
  [
    field('id', 'int'),
    field('name', 'text'),
    field('boss', 'int', { nullable: true }),
    field('token', 'text', { visibility: 'internal' }),
    field('key', 'password'),
    field('favourites', 'int', { list: { min: null, max: null } }),
    field('links', 'json', { nullable: true }),
  ],
  primary,
)
const post = table(
  'post',
  [field('id', 'int'), field('author', 'int', { nullable: true }), field('title', 'text'), field('likes', 'int')],
  primary,
)

const column = (from: string, name: string): QueryNode => ({ kind: 'column', table: from, column: name, path: [] })
const slot = (number: number): QueryNode => ({ kind: 'value', slot: number })
type Operator = Extract<QueryNode, { kind: 'compare' }>['operator']
const compare = (left: QueryNode, operator: Operator, right: QueryNode, ignoreNull = false): QueryNode => ({
  kind: 'compare',
  operator,
  ignoreNull,
  left,
  right,
})

const list = { type: 'list', paging: null, distinct: false } as const
const byAuthor = compare(column('post', 'author'), '==', slot(0))
const posts = (more: Partial<QueryPlan>): QueryPlan =>
  queryOf('post', { where: byAuthor, output: ['id', 'title'], ...more })
const paged = (page: number, perPage: number, metadata: boolean): QueryPlan['return'] => ({
  type: 'list',
  distinct: false,
  paging: {
    page: { kind: 'literal', value: page },
    perPage: { kind: 'literal', value: perPage },
    offset: null,
    totals: true,
    metadata,
  },
})
const use = (addon: string, input: QueryAddon['input'], more: Partial<QueryAddon> = {}): QueryAddon => ({
  as: ['_it'],
  addon,
  input,
  output: null,
  addons: [],
  ...more,
})
const output = (...path: string[]): QueryAddon['input'][string] => ({ kind: 'output', path })

const plans: Record<string, { query: QueryPlan; inputs?: string[] }> = {
  posts: { query: posts({}) },
  best: { query: posts({ return: { type: 'single' }, sort: [{ by: 'post.likes', order: 'desc' }] }) },
  count: { query: posts({ return: { type: 'count' } }) },
  exists: { query: posts({ return: { type: 'exists' } }) },
  distinct: {
    query: posts({ output: ['title'], return: { ...list, distinct: true }, sort: [{ by: 'title', order: 'desc' }] }),
  },
  page: { query: posts({ return: paged(1, 1, true) }) },
  bare: { query: posts({ return: paged(2, 1, false) }) },
  likes: {
    query: posts({
      return: {
        type: 'aggregate',
        paging: null,
        group: [{ name: 'title', value: column('post', 'title') }],
        evals: [{ name: 'sum', value: { kind: 'filter', name: 'sum', base: column('post', 'likes'), args: [] } }],
      },
      sort: [{ by: 'title', order: 'asc' }],
    }),
  },
  optional: { query: posts({ where: compare(column('post', 'author'), '==', slot(0), true) }) },
  liked: {
    query: posts({
      where: { kind: 'and', items: [byAuthor, compare(column('post', 'likes'), '>=', slot(1))] },
    }),
    inputs: ['author', 'least'],
  },
  among: { query: posts({ where: compare(column('post', 'id'), 'in', slot(0)) }) },
  all: { query: posts({ where: null, return: { type: 'count' } }), inputs: [] },
  external: {
    query: posts({ overrideSort: { slot: 1 }, additionalWhere: { slot: 2 } }),
    inputs: ['author', 'sort', 'where'],
  },
  writer: {
    query: queryOf('author', {
      where: compare(column('author', 'id'), '==', slot(0)),
      return: { type: 'single' },
      output: ['name'],
    }),
  },
  thread: {
    query: posts({ output: ['title'], addons: [use('writer', { author: output('author') }, { as: ['_writer'] })] }),
  },
  endless: { query: posts({ addons: [use('endless', { author: output('author') })] }) },
}

const addons = new Map<string, AddonPlan>(
  Object.entries(plans).map(([name, { query, inputs }]) => [name, { name, query, inputs: inputs ?? ['author'] }]),
)

let port: TestPort

beforeAll(async () => {
  port = await testPort([author, post], addons)
}, 60_000)

afterAll(() => port?.close())

beforeEach(async () => {
  await port.fill('author', [
    {
      id: 1,
      name: 'Ada',
      boss: null,
      token: '2',
      favourites: [3, 1],
      links: { top: { post: 1 }, more: [{ post: 2 }, { post: 9 }] },
    },
    { id: 2, name: 'Bob', boss: 1, token: '1', favourites: [] },
    { id: 3, name: 'Cy', boss: 1, token: '3', favourites: [2] },
  ])
  await port.fill('post', [
    { id: 1, author: 1, title: 'A', likes: 5 },
    { id: 2, author: 1, title: 'B', likes: 7 },
    { id: 3, author: 2, title: 'A', likes: 1 },
    { id: 4, author: null, title: 'Z', likes: 0 },
  ])
})

type Answer = { [key: string]: Value }
const authors = (
  addon: QueryAddon | QueryAddon[],
  more: Partial<QueryPlan> = {},
  values: Value[] = [],
): Promise<Value> => port.db.query(queryOf('author', { output: ['id'], addons: [addon].flat(), ...more }), values)

async function results(addon: QueryAddon, values: Value[] = []): Promise<Value[]> {
  const rows = (await authors(addon, {}, values)) as Answer[]
  for (const row of rows) expect(Object.keys(row)).toEqual(['id', '_it'])
  return rows.map((row) => row['_it']!)
}

const [a, b, c] = [
  { id: 1, title: 'A' },
  { id: 2, title: 'B' },
  { id: 3, title: 'A' },
]
const byId = { author: output('id') }
const pageOfOne = { itemsReceived: 1, curPage: 1, nextPage: null, prevPage: null, offset: 0, perPage: 1 }

describe('what an addon puts into rows', () => {
  test.each<[string, QueryAddon['input'], Value[]]>([
    ['posts', byId, [[a, b], [c], []]],
    ['best', byId, [b, c, null]],
    ['count', byId, [2, 1, 0]],
    ['exists', byId, [true, true, false]],
    ['distinct', byId, [[{ title: 'B' }, { title: 'A' }], [{ title: 'A' }], []]],
    [
      'page',
      byId,
      [
        { ...pageOfOne, nextPage: 2, itemsTotal: 2, pageTotal: 2, items: [a] },
        { ...pageOfOne, itemsTotal: 1, pageTotal: 1, items: [c] },
        { ...pageOfOne, itemsReceived: 0, itemsTotal: 0, pageTotal: 0, items: [] },
      ],
    ],
    ['bare', byId, [[b], [], []]],
    [
      'likes',
      byId,
      [
        [
          { title: 'A', sum: 5 },
          { title: 'B', sum: 7 },
        ],
        [{ title: 'A', sum: 1 }],
        [],
      ],
    ],
    ['posts', { author: output('items', 'id') }, [[a, b], [c], []]],
    ['posts', { author: output('boss') }, [[], [a, b], [a, b]]],
    ['posts', { author: output('token') }, [[c], [a, b], []]],
    ['posts', { author: output('name') }, [[], [], []]],
    ['posts', { author: output('nope') }, [[], [], []]],
    ['posts', {}, [[], [], []]],
    ['posts', { author: { kind: 'literal', value: 2 } }, [[c], [c], [c]]],
    ['posts', { author: { kind: 'value', slot: 1 } }, [[c], [c], [c]]],
    [
      'optional',
      { author: output('boss') },
      [
        [a, b, c, { id: 4, title: 'Z' }],
        [a, b],
        [a, b],
      ],
    ],
    ['liked', { ...byId, least: { kind: 'value', slot: 0 } }, [[b], [], []]],
    ['among', { author: output('favourites') }, [[a, c], [], [b]]],
    ['all', {}, [4, 4, 4]],
    [
      'thread',
      byId,
      [
        [
          { title: 'A', _writer: { name: 'Ada' } },
          { title: 'B', _writer: { name: 'Ada' } },
        ],
        [{ title: 'A', _writer: { name: 'Bob' } }],
        [],
      ],
    ],
  ])('%s of %o', async (addon, input, expected) => {
    expect(await results(use(addon, input), [6, '2'])).toEqual(expected)
  })

  test('output where it is used, and addons within it that read the values of the stack', async () => {
    const nested = use(
      'liked',
      { author: output('author'), least: { kind: 'value', slot: 0 } },
      { as: ['_liked'], output: ['id'] },
    )
    expect(await results(use('best', byId, { output: ['likes'], addons: [nested] }), [6])).toEqual([
      { likes: 7, _liked: [{ id: 2 }] },
      { likes: 1, _liked: [] },
      null,
    ])
  })

  test.each<[string[] | null]>([[null], [['itemsTotal']]])(
    'what only an addon reads is not shown: output %o',
    async (shown) => {
      const columns = ['id', 'name', 'boss', 'favourites', 'links', '_it']
      for (const input of ['token', 'key', 'id']) {
        const rows = (await authors(use('posts', { author: output(input) }), { output: shown })) as Answer[]
        expect(rows.map((row) => Object.keys(row))).toEqual([columns, columns, columns])
      }
    },
  )

  test('a filter and a sort of a request', async () => {
    const input: QueryAddon['input'] = {
      ...byId,
      sort: { kind: 'literal', value: [{ sortBy: 'likes', orderBy: 'desc' }] },
      where: {
        kind: 'literal',
        value: {
          expression: [{ statement: { left: { tag: 'col', operand: 'title' }, op: '!=', right: { operand: 'Q' } } }],
        },
      },
    }
    expect(await results(use('external', input))).toEqual([[b, a], [c], []])
  })

  test('a path into a document, each element of a list in it, and one that is not there', async () => {
    const title = { output: ['title'] }
    const one = plans['best']!.query
    addons.set('by_id', {
      name: 'by_id',
      query: { ...one, where: compare(column('post', 'id'), '==', slot(0)) },
      inputs: ['id'],
    })
    const rows = await authors(
      [
        use('by_id', { id: output('links', 'top', 'post') }, { as: ['links', 'top', '_post'], ...title }),
        use('by_id', { id: output('post') }, { as: ['links', 'more', '_post'], ...title }),
      ],
      { output: ['links'] },
    )
    expect(rows).toEqual([
      {
        links: {
          top: { post: 1, _post: { title: 'A' } },
          more: [
            { post: 2, _post: { title: 'B' } },
            { post: 9, _post: null },
          ],
        },
      },
      { links: null },
      { links: null },
    ])
  })

  test('an addon may read and go into what another made', async () => {
    const [first] = (await authors([
      use('best', byId, { as: ['_best'] }),
      use('all', {}, { as: ['_best', '_all'] }),
    ])) as Answer[]
    expect(first).toEqual({ id: 1, _best: { ...b, _all: 4 } })
  })

  test('parents of one result do not share it', async () => {
    const [, bob, cy] = (await results(use('posts', { author: output('boss') }))) as Answer[][]
    expect(bob).toEqual(cy)
    expect(bob![0]).not.toBe(cy![0])
  })
})

describe('where addons can be', () => {
  const posted = use('posts', byId)

  test('pages, singles, streams', async () => {
    const page = (await authors(posted, { return: paged(1, 2, true) })) as Answer
    expect(page['items']).toEqual([
      { id: 1, _it: [a, b] },
      { id: 2, _it: [c] },
    ])
    expect(await authors(posted, { return: { type: 'single' }, output: ['name'] })).toEqual({
      name: 'Ada',
      _it: [a, b],
    })
    const stream = (await authors(posted, { return: { type: 'stream', paging: null, distinct: false } })) as ValueStream
    const streamed: Value[] = []
    for await (const row of stream.items) streamed.push(row)
    expect(streamed).toEqual([
      { id: 1, _it: [a, b] },
      { id: 2, _it: [c] },
      { id: 3, _it: [] },
    ])
  })

  test('get, add, edit, and within a transaction what it wrote', async () => {
    const get = { kind: 'get' as const, table: 'author', field: 'id', output: ['name'], addons: [posted], lock: false }
    expect(await port.db.record(get, 1)).toEqual({ name: 'Ada', _it: [a, b] })
    const write = {
      table: 'author',
      output: ['id'],
      addons: [use('liked', { ...byId, least: { kind: 'value', slot: 1 } })],
    }
    await port.db.transaction(async (db) => {
      expect(await db.write({ ...write, kind: 'add', field: null, columns: ['name'] }, null, ['Di', 1])).toEqual({
        id: 4,
        _it: [],
      })
      const add = {
        kind: 'add' as const,
        table: 'post',
        field: null,
        columns: ['author', 'title', 'likes'],
        output: null,
        addons: [],
      }
      await db.write(add, null, [4, 'New', 3])
      expect(await db.write({ ...write, kind: 'edit', field: 'id', columns: ['name'] }, 4, ['Dy', 2])).toEqual({
        id: 4,
        _it: [{ id: 5, title: 'New' }],
      })
    })
    expect(await port.db.write({ ...write, kind: 'edit', field: 'id', columns: ['name'] }, 99, ['Dy', 2])).toBe(null)
  })

  test('an addon that is not there, and one that contains itself', async () => {
    await expect(authors(use('nope', {}))).rejects.toMatchObject({ reason: 'unknown_addon' })
    await expect(authors(use('endless', byId))).rejects.toMatchObject({ reason: 'addons_too_deep' })
  })
})

test.each<[string, QueryAddon[], number]>([
  ['one', [use('posts', byId)], 2],
  ['two', [use('posts', byId, { as: ['_a'] }), use('count', byId, { as: ['_b'] })], 3],
  ['with some that refer to nothing', [use('posts', { author: output('boss') })], 2],
  ['nested', [use('thread', byId)], 3],
  ['of every shape', ['best', 'exists', 'distinct', 'bare', 'likes'].map((name) => use(name, byId, { as: [name] })), 6],
])('statements for fifty parents, %s', async (_name, attached, expected) => {
  const more = Array.from({ length: 50 }, (_, i): Value => ({
    id: i + 10,
    name: `n${i}`,
    boss: i % 2 === 0 ? null : i,
  }))
  await port.db.bulk({ kind: 'bulk.add', table: 'author', allowId: true, where: null }, more, [])
  const run = vi.spyOn(Connection.prototype, 'run')
  const rows = (await authors(attached)) as Answer[]
  // A slow moment makes the pool open another session, which sets itself up.
  const texts = run.mock.calls.map(([statement]) => statement.text).filter((text) => text.includes('w1_live'))
  run.mockRestore()
  expect(rows).toHaveLength(53)
  expect(texts).toHaveLength(expected)
})
