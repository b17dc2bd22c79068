import type { BulkPlan, DatabasePort, QueryNode, QueryPlan, Value, ValueStream } from '@cairn/statements'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { field, index, table } from './tables.ts'
import { queryOf, testPort, type TestPort } from './test-port.ts'

const primary = [index('primary', 'id')]
const shop = table('shop', [field('id', 'int'), field('name', 'text')], primary)
const order = table(
  'order',
  [
    field('id', 'int'),
    field('shop', 'int', { nullable: true }),
    field('total', 'int'),
    field('key', 'password'),
    field('due', 'timestamp', { list: { min: null, max: null } }),
  ],
  primary,
)

let port: TestPort
let db: DatabasePort

beforeAll(async () => {
  port = await testPort([shop, order])
  db = port.db
}, 60_000)

afterAll(() => port?.close())

beforeEach(async () => {
  await port.fill('shop', [{ name: 'North' }, { name: 'South' }])
  await port.fill('order', [
    { shop: 1, total: 5 },
    { shop: 1, total: 7 },
    { shop: null, total: 9 },
  ])
})

const column = (from: string, name: string): QueryNode => ({ kind: 'column', table: from, column: name, path: [] })
const slot: QueryNode = { kind: 'value', slot: 0 }
const equal = (left: QueryNode, right: QueryNode): QueryNode => ({
  kind: 'compare',
  operator: '==',
  ignoreNull: false,
  left,
  right,
})

function withShop(type: 'inner' | 'left' | 'right', more: Partial<QueryPlan> = {}): QueryPlan {
  return queryOf('order', {
    joins: [{ alias: 's', table: 'shop', type, where: equal(column('s', 'id'), column('order', 'shop')) }],
    evals: [{ name: 'shop_name', value: column('s', 'name') }],
    output: ['id', 'shop_name'],
    sort: [
      { by: 's.id', order: 'asc' },
      { by: 'order.id', order: 'asc' },
    ],
    ...more,
  })
}

const bulk = (kind: BulkPlan['kind'], where: QueryNode | null = null): BulkPlan => ({
  kind,
  table: 'order',
  allowId: false,
  where,
})
const totals = async (): Promise<Value> =>
  ((await db.query(queryOf('order', { output: ['total'] }), [])) as { total: number }[]).map(({ total }) => total)

const many = (count: number): Promise<Value> =>
  db.bulk(
    { kind: 'bulk.add', table: 'order', allowId: false, where: null },
    Array.from({ length: count }, () => ({ total: 1 })),
    [],
  )

describe('joins', () => {
  const north = [
    { id: 1, shop_name: 'North' },
    { id: 2, shop_name: 'North' },
  ]
  test.each<['inner' | 'left' | 'right', Value[]]>([
    ['inner', north],
    ['left', [...north, { id: 3, shop_name: null }]],
    ['right', [...north, { id: null, shop_name: 'South' }]],
  ])('%s', async (type, expected) => {
    expect(await db.query(withShop(type), [])).toEqual(expected)
  })

  test('a condition and a count over a joined table', async () => {
    const where = equal(column('s', 'name'), slot)
    expect(await db.query(withShop('left', { where }), ['North'])).toEqual(north)
    expect(await db.query(withShop('left', { where, return: { type: 'count' } }), ['North'])).toBe(2)
    expect(await db.query(withShop('left', { where, return: { type: 'exists' } }), [`N' or '1'='1`])).toBe(false)
  })
})

test('lock: another transaction waits for the row, and reads what the first one wrote', async () => {
  const locked = queryOf('order', { where: equal(column('order', 'id'), slot), return: { type: 'single' }, lock: true })
  const edit = { kind: 'edit' as const, table: 'order', field: 'id', columns: ['total'], output: null, addons: [] }
  const addOne = (): Promise<void> =>
    db.transaction(async (inner) => {
      const { total } = (await inner.query(locked, [1])) as { total: number }
      await inner.write(edit, 1, [total + 1])
    })
  await Promise.all(Array.from({ length: 10 }, addOne))
  expect(await db.query({ ...locked, output: ['total'] }, [1])).toEqual({ total: 15 })
})

describe('bulk', () => {
  test('update by where changes what it finds, and never ids', async () => {
    const plan = bulk('bulk.update', equal(column('order', 'shop'), slot))
    expect(await db.bulk(plan, { id: 99, total: 1 }, [1])).toBe(2)
    expect(await totals()).toEqual([1, 1, 9])
    expect(await db.bulk(plan, { total: 2 }, [null])).toBe(1)
    expect(await totals()).toEqual([1, 1, 2])
    expect(await db.bulk(plan, { nope: 2 }, [1])).toBe(0)
  })

  test('delete by where', async () => {
    expect(await db.bulk(bulk('bulk.delete', equal(column('order', 'total'), slot)), null, ['7'])).toBe(1)
    expect(await totals()).toEqual([5, 9])
  })

  test('one item that does not fit leaves nothing behind', async () => {
    await expect(db.bulk(bulk('bulk.add'), [{ total: 1 }, { total: 'many' }], [])).rejects.toMatchObject({
      reason: 'invalid_value',
    })
    expect(await totals()).toEqual([5, 7, 9])
  })

  test('ids that were given are not given again', async () => {
    const add = { kind: 'add' as const, table: 'shop', field: null, output: ['id'], addons: [] }
    await db.bulk({ ...bulk('bulk.add'), table: 'shop', allowId: true }, [{ id: 7 }, { id: 5 }], [])
    expect(await db.write({ ...add, columns: ['name'] }, null, ['next'])).toEqual({ id: 8 })
    expect(await db.write({ ...add, columns: ['id'] }, null, [20])).toEqual({ id: 20 })
    expect(await db.write({ ...add, columns: ['id'] }, null, [12])).toEqual({ id: 12 })
    expect(await db.write({ ...add, columns: ['name'] }, null, ['next'])).toEqual({ id: 21 })
  })

  test('lists of times, and passwords as their hash', async () => {
    await db.bulk(bulk('bulk.add'), [{ due: [0, 1_700_000_000_123], key: 'pw' }], [])
    const find = { kind: 'get' as const, table: 'order', field: 'id', output: ['due', 'key'], addons: [], lock: false }
    expect(await db.record(find, 4)).toEqual({ due: [0, 1_700_000_000_123], key: 'hashed:2' })
  })
})

describe('streams', () => {
  const all = queryOf('order', { output: ['id'], return: { type: 'stream', paging: null, distinct: false } })
  test('more rows than a batch, in order', async () => {
    await many(997)
    const seen: Value[] = []
    for await (const row of ((await db.query(all, [])) as ValueStream).items) seen.push((row as { id: number }).id)
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1))
  })

  test('one left early, and one that fails, give their session back', async () => {
    await many(500)
    const pattern: QueryNode = { kind: 'literal', value: '(' }
    const where = { ...equal(column('order', 'total'), pattern), operator: '~' } as QueryNode
    for (let i = 0; i < 10; i += 1) {
      for await (const row of ((await db.query(all, [])) as ValueStream).items) if (row !== null) break
      const failing = ((await db.query({ ...all, where }, [])) as ValueStream).items[Symbol.asyncIterator]()
      await expect(failing.next()).rejects.toMatchObject({ reason: 'invalid_pattern' })
    }
    expect(await db.query(queryOf('order', { return: { type: 'count' } }), [])).toBe(503)
  })

  test('within a transaction a stream sees what was written there', async () => {
    await db.transaction(async (inner) => {
      await inner.bulk({ kind: 'bulk.add', table: 'order', allowId: false, where: null }, [{ total: 1 }], [])
      const seen: Value[] = []
      for await (const row of ((await inner.query(all, [])) as ValueStream).items) seen.push(row)
      expect(seen).toHaveLength(4)
    })
  })
})
