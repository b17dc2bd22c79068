import type { DatabasePort, QueryNode, QueryPlan, RecordPlan, Value, WritePlan } from '@cairn/statements'
import { ValueStream } from '@cairn/statements'
import { testDatabase, type TestDatabase } from '@cairn/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDatabase, migrate, type Database } from '../src/index.ts'
import { item } from './tables.ts'

const now = Date.UTC(2026, 0, 31, 10, 0, 0, 250)
let server: TestDatabase
let database: Database
let db: DatabasePort

beforeAll(async () => {
  server = await testDatabase()
  database = createDatabase({ url: server.url, size: 4 })
  await migrate(database.pool, 'w1_live', [item])
  const context = {
    now: () => now,
    hashPassword: async (password: string) => `hashed:${password.length}`,
    isHash: (text: string) => text.startsWith('hashed:'),
  }
  db = database.port({ workspace: '1', tables: [item], addons: new Map() }, 'live', context)
}, 60_000)

afterAll(async () => {
  await database?.close()
  await server?.drop()
})

const column = (name: string, ...path: string[]): QueryNode => ({ kind: 'column', table: 'item', column: name, path })
const slot = (number = 0): QueryNode => ({ kind: 'value', slot: number })
type Operator = Extract<QueryNode, { kind: 'compare' }>['operator']
const compare = (left: QueryNode, operator: Operator, right: QueryNode, ignoreNull = false): QueryNode => ({
  kind: 'compare',
  operator,
  ignoreNull,
  left,
  right,
})
const filter = (base: QueryNode, name: string, ...args: QueryNode[]): QueryNode => ({
  kind: 'filter',
  name,
  base,
  args,
})

function query(more: Partial<QueryPlan> = {}): QueryPlan {
  return {
    kind: 'query',
    table: 'item',
    where: null,
    additionalWhere: null,
    joins: [],
    evals: [],
    sort: [],
    overrideSort: null,
    return: { type: 'list', paging: null, distinct: false },
    output: ['id'],
    addons: [],
    lock: false,
    ...more,
  }
}

function record(kind: RecordPlan['kind'], field = 'id', output: string[] | null = null): RecordPlan {
  return { kind, table: 'item', field, output, addons: [], lock: false }
}

function write(kind: WritePlan['kind'], columns: string[] | null, field: string | null = null): WritePlan {
  return { kind, table: 'item', field, columns, output: null, addons: [] }
}

async function ids(where: QueryNode, ...values: Value[]): Promise<number[]> {
  const rows = (await db.query(query({ where }), values)) as { id: number }[]
  return rows.map(({ id }) => id)
}

const rows: Value[] = [
  {
    name: 'Ada',
    amount: 1,
    price: 1.5,
    active: true,
    email: 'a@x.io',
    tags: ['red', 'blue'],
    details: { deep: { n: 1 } },
  },
  { name: 'bob', amount: 2, price: null, active: false, email: 'b@x.io', tags: [], day: '2026-01-02', status: 'done' },
  {
    name: 'Café 50%',
    amount: 3,
    price: 9.75,
    tags: ['red'],
    place: { type: 'point', data: { lng: 0, lat: 0 } },
    embedding: [1, 0],
  },
]

beforeEach(async () => {
  await db.truncate({ kind: 'truncate', table: 'item', reset: true })
  await db.bulk({ kind: 'bulk.add', table: 'item', allowId: false, where: null }, rows, [])
})

describe('records', () => {
  test('an added row comes back with its defaults, and without what is hidden', async () => {
    const row = (await db.write(write('add', ['name', 'secret']), null, ['New', 'pw'])) as { [key: string]: Value }
    expect(row).toEqual({
      id: 4,
      created_at: expect.any(Number),
      name: 'New',
      amount: 0,
      price: null,
      active: false,
      email: null,
      code: null,
      day: null,
      status: 'open',
      tags: [],
      details: null,
      place: null,
      embedding: null,
    })
    expect(await db.record(record('get', 'id', ['secret', 'internal_note']), 4)).toEqual({
      secret: 'hashed:2',
      internal_note: '',
    })
  })

  test('every type comes back as it was written', async () => {
    const values: { [key: string]: Value } = {
      created_at: now,
      name: 'a "quoted" \\ line\nü',
      amount: Number.MAX_SAFE_INTEGER,
      price: 0.1,
      active: true,
      email: 'c@x.io',
      code: '0b7d9ed0-0f7e-4d3c-9a3f-0a4f5f3f2b11',
      day: '2026-02-28',
      status: 'done',
      tags: ['a,b', '"q"', '\\', ''],
      details: { a: [1, null, { b: 'c' }] },
      place: { type: 'point', data: { lng: 4.9, lat: 52.4 } },
      embedding: [0.25, -1],
    }
    const added = (await db.write(write('add', Object.keys(values)), null, Object.values(values))) as { id: number }
    expect(await db.record(record('get'), added.id)).toEqual({ id: added.id, ...values })
  })

  test.each<[string, Value, Value]>([
    ['amount', '12', 12],
    ['created_at', '2026-01-01T00:00:00Z', Date.UTC(2026, 0, 1)],
    ['created_at', 'now', now],
    ['created_at', -1, -1],
    ['active', 'true', true],
    ['price', '', null],
    ['name', null, ''],
    ['day', now, '2026-01-31'],
    ['tags', 'one', ['one']],
  ])('%s = %o is stored as %o', async (name, given, stored) => {
    const row = (await db.write(write('edit', [name], 'id'), 1, [given])) as { [key: string]: Value }
    expect(row[name]).toEqual(stored)
  })

  test.each<[string, Value, string]>([
    ['amount', 'many', 'invalid_value'],
    ['amount', 2 ** 60, 'invalid_value'],
    ['code', 'x', 'invalid_value'],
    ['day', '2026-02-30', 'invalid_value'],
    ['name', 'zero\0', 'invalid_value'],
    ['status', 'lost', 'value_not_allowed'],
    ['email', 'b@x.io', 'duplicate_record'],
  ])('%s = %o is refused as %s', async (name, given, reason) => {
    await expect(db.write(write('edit', [name], 'id'), 1, [given])).rejects.toMatchObject({ reason, status: 400 })
    expect(await db.record(record('has'), 1)).toBe(true)
  })

  test.each<[Value, boolean]>([
    [1, true],
    ['1', true],
    [99, false],
    [null, false],
    ['1 or 1=1', false],
    [{}, false],
  ])('has id %o: %s', async (id, found) => {
    expect(await db.record(record('has'), id)).toBe(found)
  })

  test('patch takes an object, skips what is no column, and finds nothing for an unknown id', async () => {
    expect(await db.write(write('patch', null, 'id'), 2, [{ name: 'Bo', 'x"; drop table item': 1 }])).toMatchObject({
      name: 'Bo',
      amount: 2,
    })
    expect(await db.write(write('patch', null, 'id'), 99, [{ name: 'Bo' }])).toBe(null)
  })

  test('add_or_edit edits, then adds; twenty at once make one row', async () => {
    const plan = write('add_or_edit', ['name'], 'email')
    expect(await db.write(plan, 'a@x.io', ['Ada L.'])).toMatchObject({ id: 1, name: 'Ada L.' })
    await Promise.all(Array.from({ length: 20 }, (_, i) => db.write(plan, 'new@x.io', [`n${i}`])))
    expect(await db.query(query({ return: { type: 'count' } }), [])).toBe(4)
  })

  test('del removes one row of those a field finds', async () => {
    await db.write(write('edit', ['name'], 'id'), 2, ['Ada'])
    expect(await db.record(record('del', 'name'), 'Ada')).toBe(null)
    expect(await ids({ kind: 'literal', value: true })).toEqual([2, 3])
  })
})

describe('where', () => {
  test.each<[string, Operator, Value, number[]]>([
    ['amount', '==', 2, [2]],
    ['amount', '==', '2', [2]],
    ['amount', '==', 'two', []],
    ['amount', '!=', 2, [1, 3]],
    ['amount', '>', 1.5, [2, 3]],
    ['amount', '<=', 1.5, [1]],
    ['amount', 'in', [1, '3', 'x'], [1, 3]],
    ['amount', 'not in', [1], [2, 3]],
    ['amount', 'between', [2, 3], [2, 3]],
    ['amount', 'not between', [2, 3], [1]],
    ['price', '==', null, [2]],
    ['price', '!=', null, [1, 3]],
    ['price', '>=', 1.5, [1, 3]],
    ['name', 'includes', 'AD', [1]],
    ['name', 'includes', '%', [3]],
    ['name', 'not includes', 'a', [2]],
    ['name', 'like', 'A%', [1]],
    ['name', 'not like', 'A%', [2, 3]],
    ['name', 'ilike', 'B%', [2]],
    ['name', 'not ilike', 'B%', [1, 3]],
    ['name', '~', '/^ada$/i', [1]],
    ['name', '!~', '^A', [2, 3]],
    ['name', 'search', 'ada', [1]],
    ['tags', 'contains', 'red', [1, 3]],
    ['tags', 'not contains', 'red', [2]],
    ['tags', 'overlaps', ['blue', 'green'], [1]],
    ['tags', 'not overlaps', ['blue'], [2, 3]],
    ['tags', '@>', ['red', 'blue'], [1]],
    ['details', '@>', { deep: { n: 1 } }, [1]],
    ['details', 'overlaps', [{ deep: { n: 1 } }, { other: 1 }], [1]],
    ['tags', 'includes', 'BLU', [1]],
    ['day', '<', '2026-01-03', [2]],
    ['created_at', '>', '1970-01-02', [1, 2, 3]],
    ['status', '==', 'done', [2]],
    ['name', '==', `x' or '1'='1`, []],
  ])('%s %s %o', async (name, operator, value, expected) => {
    expect(await ids(compare(column(name), operator, slot()), value)).toEqual(expected)
  })

  test.each<Operator>(['==', '>=', 'in', 'not in', 'includes', 'overlaps', 'like', 'search'])(
    '%s? drops out on null',
    async (operator) => {
      expect(await ids(compare(column('name'), operator, slot(), true), null)).toEqual([1, 2, 3])
    },
  )

  test('groups keep what did not drop out', async () => {
    const where: QueryNode = {
      kind: 'or',
      items: [
        {
          kind: 'and',
          items: [compare(column('amount'), '==', slot(0), true), compare(column('active'), '==', slot(1))],
        },
        compare(column('name'), '==', slot(2)),
      ],
    }
    expect(await ids(where, null, true, 'bob')).toEqual([1, 2])
    expect(await ids(where, 3, true, null)).toEqual([])
    expect(await ids({ kind: 'not', item: where }, 1, true, 'bob')).toEqual([3])
  })

  test('a path into a document, and a value on the left', async () => {
    expect(await ids(compare(column('details', 'deep', 'n'), '==', slot()), 1)).toEqual([1])
    expect(await ids(compare(slot(), '<', column('amount')), 2)).toEqual([3])
    expect(await ids(compare(slot(), 'in', column('tags')), 'blue')).toEqual([1])
  })

  test.each(['nope', 'name"; drop table item; --'])('an unknown column %s is refused', async (name) => {
    await expect(ids(compare(column(name), '==', slot()), 1)).rejects.toMatchObject({ reason: 'unknown_column' })
  })
})

describe('query filters', () => {
  const at = { kind: 'literal', value: '2026-03-31T12:30:00Z' } as const
  const days = (name: string, count: number): QueryNode => filter(at, name, { kind: 'literal', value: count })
  test.each<[string, QueryNode, Value]>([
    ['to_upper', filter(column('name'), 'to_upper'), 'ADA'],
    ['unaccent', filter({ kind: 'literal', value: 'Café' }, 'unaccent'), 'Cafe'],
    ['substr', filter(column('name'), 'substr', { kind: 'literal', value: 1 }, { kind: 'literal', value: 1 }), 'd'],
    [
      'concat',
      filter(column('name'), 'concat', { kind: 'literal', value: 'L' }, { kind: 'literal', value: ' ' }),
      'Ada L',
    ],
    ['length', filter(column('tags'), 'length'), 2],
    ['round', filter({ kind: 'literal', value: 1.256 }, 'round'), 1.26],
    ['mul', filter(column('price'), 'mul', { kind: 'literal', value: 2 }), 3],
    ['coalesce', filter(column('price'), 'coalesce', { kind: 'literal', value: 0 }), 1.5],
    ['timestamp_year', filter(at, 'timestamp_year'), 2026],
    ['timestamp_day_of_week', filter(at, 'timestamp_day_of_week'), 2],
    ['timestamp_hour', filter(at, 'timestamp_hour', { kind: 'literal', value: 'Asia/Tokyo' }), 21],
    ['timestamp_add_days', days('timestamp_add_days', 1), Date.UTC(2026, 3, 1, 12, 30)],
    ['timestamp_subtract_months', days('timestamp_subtract_months', 1), Date.UTC(2026, 1, 28, 12, 30)],
    ['timestamp_epoch_sec', filter(at, 'timestamp_epoch_sec'), Date.UTC(2026, 2, 31, 12, 30) / 1000],
    [
      'arithmetic',
      { kind: 'arithmetic', operator: '/', left: column('price'), right: { kind: 'literal', value: 0 } },
      null,
    ],
  ])('%s', async (_name, value, expected) => {
    const plan = query({ evals: [{ name: 'made', value }], output: ['made'], return: { type: 'single' } })
    expect(await db.query(plan, [])).toEqual({ made: expected })
  })

  test('distance, and vectors', async () => {
    const far = filter(column('place'), 'distance', slot())
    const near = filter(column('embedding'), 'cosine_distance', slot(1))
    const plan = query({
      where: compare(column('id'), '==', { kind: 'literal', value: 3 }),
      evals: [
        { name: 'far', value: far },
        { name: 'near', value: near },
      ],
      output: ['far', 'near'],
      return: { type: 'single' },
    })
    const row = (await db.query(plan, [{ type: 'point', data: { lng: 1, lat: 0 } }, [0, 1]])) as {
      far: number
      near: number
    }
    expect(row.far).toBeCloseTo(111_195, -1)
    expect(row.near).toBeCloseTo(1)
  })

  test('covers says which extension it needs', async () => {
    const plan = query({ where: filter(column('place'), 'covers', slot()) })
    await expect(db.query(plan, [{}])).rejects.toMatchObject({ reason: 'needs_extension' })
  })
})

const paging = (page: number, totals = true, metadata = true) => ({
  type: 'list' as const,
  distinct: false,
  paging: {
    page: { kind: 'literal' as const, value: page },
    perPage: { kind: 'literal' as const, value: 2 },
    offset: null,
    totals,
    metadata,
  },
})

describe('return types', () => {
  test.each([
    [
      1,
      {
        itemsReceived: 2,
        curPage: 1,
        nextPage: 2,
        prevPage: null,
        offset: 0,
        perPage: 2,
        itemsTotal: 3,
        pageTotal: 2,
        items: [{ id: 1 }, { id: 2 }],
      },
    ],
    [
      2,
      {
        itemsReceived: 1,
        curPage: 2,
        nextPage: null,
        prevPage: 1,
        offset: 2,
        perPage: 2,
        itemsTotal: 3,
        pageTotal: 2,
        items: [{ id: 3 }],
      },
    ],
  ])('page %i', async (page, expected) => {
    expect(await db.query(query({ return: paging(page) }), [])).toEqual(expected)
  })

  test('no totals, no metadata', async () => {
    expect(Object.keys((await db.query(query({ return: paging(1, false) }), [])) as object)).not.toContain('itemsTotal')
    expect(await db.query(query({ return: paging(2, true, false) }), [])).toEqual([{ id: 3 }])
  })

  test('count, exists, single, aggregate, distinct, stream', async () => {
    expect(await db.query(query({ return: { type: 'count' } }), [])).toBe(3)
    expect(await db.query(query({ where: { kind: 'literal', value: false }, return: { type: 'exists' } }), [])).toBe(
      false,
    )
    expect(
      await db.query(query({ sort: [{ by: 'item.amount', order: 'desc' }], return: { type: 'single' } }), []),
    ).toEqual({ id: 3 })
    const sums = {
      type: 'aggregate' as const,
      paging: null,
      group: [{ name: 'status', value: column('status') }],
      evals: [
        { name: 'n', value: filter(column('id'), 'count') },
        { name: 'sum', value: filter(column('amount'), 'sum') },
      ],
    }
    expect(await db.query(query({ return: sums, sort: [{ by: 'status', order: 'asc' }] }), [])).toEqual([
      { status: 'done', n: 1, sum: 2 },
      { status: 'open', n: 2, sum: 4 },
    ])
    expect(
      await db.query(
        query({
          output: ['status'],
          sort: [{ by: 'status', order: 'desc' }],
          return: { type: 'list', paging: null, distinct: true },
        }),
        [],
      ),
    ).toEqual([{ status: 'open' }, { status: 'done' }])
    const stream = await db.query(
      query({
        where: compare(column('amount'), '>', slot()),
        return: { type: 'stream', paging: null, distinct: false },
      }),
      [1],
    )
    const streamed: Value[] = []
    for await (const row of (stream as ValueStream).items) streamed.push(row)
    expect(streamed).toEqual([{ id: 2 }, { id: 3 }])
  })
})

const add = (to: DatabasePort, name: string): Promise<Value> => to.write(write('add', ['name']), null, [name])

describe('bulk, transactions, direct', () => {
  test('bulk.patch, bulk.delete', async () => {
    const patch = { kind: 'bulk.patch' as const, table: 'item', allowId: false, where: null }
    expect(
      await db.bulk(
        patch,
        [
          { id: 3, tags: ['x', 'y'] },
          { id: 1, name: 'A' },
        ],
        [],
      ),
    ).toMatchObject([
      { id: 3, tags: ['x', 'y'] },
      { id: 1, name: 'A' },
    ])
    expect(
      await db.bulk(
        { kind: 'bulk.delete', table: 'item', allowId: false, where: compare(column('amount'), '<', slot()) },
        null,
        [3],
      ),
    ).toBe(2)
  })

  test('a failed transaction leaves nothing; a failed inner one only what was before it', async () => {
    const failing = db.transaction(async (outer) => {
      await add(outer, 'gone')
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    await db.transaction(async (outer) => {
      await add(outer, 'kept')
      await outer
        .transaction(async (inner) => {
          await add(inner, 'gone')
          throw new Error('inner')
        }, 'serializable')
        .catch(() => {})
    }, 'serializable')
    expect(await ids(compare(column('name'), 'in', slot()), ['gone', 'kept'])).toHaveLength(1)
  })

  test('direct binds its arguments and stays in its schema', async () => {
    const plan = { kind: 'direct' as const, sql: null, responseType: 'list' as const }
    expect(
      await db.direct(plan, `select ?:alias, '?' as mark from item where name = ? and amount = ?`, ['id', 'Ada', 1]),
    ).toEqual([{ id: 1, mark: '?' }])
    expect(await db.direct(plan, 'select id from item where name = ?', [`x' or '1'='1`])).toEqual([])
    await migrate(database.pool, 'w2_live', [item])
    await expect(db.direct(plan, 'select * from w2_live.item', [])).rejects.toMatchObject({ reason: 'not_permitted' })
    for (const sql of ['commit', 'reset role', 'drop table item', 'do $$ begin end $$', '/* select */ set role none']) {
      await expect(db.direct(plan, sql, [])).rejects.toMatchObject({ reason: 'not_permitted' })
    }
  })

  test('an error says nothing of SQL', async () => {
    const failed = db.direct({ kind: 'direct', sql: null, responseType: 'list' }, 'select nothing_here from item', [])
    await expect(failed).rejects.toMatchObject({
      reason: 'unknown_column',
      message: expect.not.stringContaining('nothing_here'),
    })
  })
})
