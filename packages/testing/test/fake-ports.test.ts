import { describe, expect, test } from 'vitest'
import type { QueryNode, QueryPlan } from '@cairn/statements'
import { fakePorts } from '../src/index.ts'

const column = (name: string): QueryNode => ({ kind: 'column', table: 'user', column: name, path: [] })
const literal = (value: string | number | null): QueryNode => ({ kind: 'literal', value })
const compare = (left: QueryNode, operator: '==' | '>', right: QueryNode, ignoreNull = false): QueryNode => ({
  kind: 'compare',
  operator,
  ignoreNull,
  left,
  right,
})

function query(where: QueryNode | null, parts: Partial<QueryPlan> = {}): QueryPlan {
  const plan = { kind: 'query' as const, table: 'user', where, additionalWhere: null, joins: [], evals: [], sort: [] }
  const list = { type: 'list' as const, paging: null, distinct: false }
  return { ...plan, overrideSort: null, return: list, output: null, addons: [], lock: false, ...parts }
}

async function withPeople() {
  const { db } = fakePorts()
  const people = [
    { name: 'Ada', age: 36 },
    { name: 'Grace', age: 85 },
    { name: 'Alan', age: 41 },
  ]
  await db.bulk({ kind: 'bulk.add', table: 'user', allowId: false, where: null }, people, [])
  return db
}

describe('the fake database answers queries', () => {
  const names = { output: ['name'] }
  test.each([
    ['all rows', query(null, names), [], [{ name: 'Ada' }, { name: 'Grace' }, { name: 'Alan' }]],
    [
      'a value of the stack',
      query(compare(column('age'), '>', { kind: 'value', slot: 0 }), names),
      [40],
      [{ name: 'Grace' }, { name: 'Alan' }],
    ],
    ['null ignored', query(compare(column('age'), '==', literal(null), true), { return: { type: 'count' } }), [], 3],
    [
      'sorted',
      query(null, { ...names, sort: [{ by: 'user.age', order: 'desc' }], return: { type: 'single' } }),
      [],
      { name: 'Grace' },
    ],
    ['exists', query(compare(column('name'), '==', literal('Eve')), { return: { type: 'exists' } }), [], false],
  ])('%s', async (_, plan, values, expected) => {
    expect(await (await withPeople()).query(plan, values)).toEqual(expected)
  })

  test('a page', async () => {
    const paging = { page: literal(2), perPage: literal(2), offset: null, totals: true, metadata: true }
    const plan = query(null, { output: ['items.name'], return: { type: 'list', paging, distinct: false } })
    expect(await (await withPeople()).query(plan, [])).toEqual({
      itemsReceived: 1,
      curPage: 2,
      nextPage: null,
      prevPage: 1,
      offset: 2,
      perPage: 2,
      itemsTotal: 3,
      pageTotal: 2,
      items: [{ name: 'Alan' }],
    })
  })

  test('what it does not know throws', async () => {
    const filter: QueryNode = { kind: 'filter', name: 'to_lower', base: column('name'), args: [] }
    await expect((await withPeople()).query(query(filter), [])).rejects.toThrow('no filter to_lower')
  })

  test('a failed transaction leaves no row', async () => {
    const db = await withPeople()
    const failing = db.transaction(async (inner) => {
      await inner.truncate({ kind: 'truncate', table: 'user', reset: true })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db.query(query(null, { return: { type: 'count' } }), [])).toBe(3)
  })
})

describe('the fake cache', () => {
  test('forgets after the time to live', async () => {
    const { cache, clock } = fakePorts()
    await cache.set('a', 1, 10)
    clock.advance(9999)
    expect(await cache.get('a')).toBe(1)
    clock.advance(1)
    expect([await cache.get('a'), await cache.has('a'), await cache.keys('*')]).toEqual([null, false, []])
  })

  test.each([
    ['all', 0, ['b']],
    ['from the head', 1, ['b', 'a']],
    ['from the tail', -1, ['a', 'b']],
  ])('removes from a list: %s', async (_, count, left) => {
    const { cache } = fakePorts()
    for (const item of ['a', 'b', 'a']) await cache.push('list', item, 'tail')
    expect(await cache.remove('list', 'a', count)).toBe(3 - left.length)
    expect(await cache.range('list', 0, -1)).toEqual(left)
  })

  test.each([
    ['a*', 'abc', true],
    ['*c', 'abc', true],
    ['a*b*c', 'a-b-c', true],
    ['ab*bc', 'abc', false],
    ['abc', 'abcd', false],
  ])('pattern %s on %s: %s', async (pattern, key, found) => {
    const { cache } = fakePorts()
    await cache.set(key, 1, 0)
    expect((await cache.keys(pattern)).length === 1).toBe(found)
  })

  test('counts uses in a window', async () => {
    const { cache, clock } = fakePorts()
    const use = () => cache.rateLimit('a', 2, 60)
    expect([await use(), await use(), await use()]).toEqual([true, true, false])
    clock.advance(60_000)
    expect(await use()).toBe(true)
  })
})

function draw(seed: number) {
  const { random } = fakePorts({ seed })
  return [random.uuid(), random.integer(1, 1000), ...random.bytes(4)]
}

test('the same seed gives the same ids, numbers and bytes', () => {
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(draw(7)[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('an address without an answer is refused; the rest is kept for the test to read', async () => {
  const { http } = fakePorts()
  http.answer('https://a.example/x', { status: 201, body: { ok: true } })
  const request = {
    method: 'GET',
    headers: [],
    body: null,
    timeout: 1,
    followRedirects: true,
    verifyHost: true,
    verifyPeer: true,
  }
  const response = await http.request({ ...request, url: 'https://a.example/x?q=1' })
  expect([response.status, Buffer.from(response.body).toString()]).toEqual([201, '{"ok":true}'])
  await expect(http.request({ ...request, url: 'https://b.example/' })).rejects.toMatchObject({
    reason: 'request_refused',
  })
  expect(http.requests.map(({ url }) => url)).toEqual(['https://a.example/x?q=1', 'https://b.example/'])
})
