import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FileResource, ValueStream, type CachePort, type Value } from '@cairn/statements'
import { openCaches, type Caches } from '../../src/ports/cache/open-cache.ts'
import { answerCacheCall, sharedCaches } from '../../src/ports/cache/shared-caches.ts'
import { startRedis } from './start-redis.ts'

interface Backend {
  name: string
  open: () => Promise<{ caches: Caches; pass: (milliseconds: number) => Promise<unknown>; stop: () => Promise<void> }>
}

const backends: Backend[] = [
  {
    name: 'memory',
    async open() {
      let now = 1_000_000
      const caches = await openCaches({ clock: { now: () => now }, redisUrl: null })
      return { caches, pass: async (milliseconds) => (now += milliseconds), stop: () => caches.close() }
    },
  },
  {
    name: 'memory of another process',
    async open() {
      let now = 1_000_000
      const held = await openCaches({ clock: { now: () => now }, redisUrl: null })
      const sent = <T>(message: T) => JSON.parse(JSON.stringify(message)) as T
      const caches = sharedCaches(async (call) => sent(await answerCacheCall(held, sent(call))))
      return { caches, pass: async (milliseconds) => (now += milliseconds), stop: () => held.close() }
    },
  },
  {
    name: 'Redis',
    async open() {
      const { url, stop } = await startRedis()
      const caches = await openCaches({ clock: { now: Date.now }, redisUrl: url })
      return { caches, pass: (milliseconds) => wait(milliseconds), stop: () => caches.close().then(stop) }
    },
  },
]

const push = async (cache: CachePort, ...values: Value[]) => {
  for (const value of values) await cache.push('l', value, 'tail')
}

/** What a run of operations returns, on an empty cache. */
const runs: [name: string, run: (cache: CachePort, other: CachePort) => Promise<unknown>, expected: unknown][] = [
  ['no answer is kept', (cache) => cache.answer('k'), null],
  ['an answer is kept', (cache) => cache.keepAnswer('k', { a: [1] }, 5).then(() => cache.answer('k')), { a: [1] }],
  ['a kept answer is no key', (cache) => cache.keepAnswer('k', 1, 5).then(() => cache.keys('*')), []],
  ['a key is no kept answer', (cache) => cache.set('k', 1, 5).then(() => cache.answer('k')), null],
  [
    'an answer is kept for a workspace',
    (cache, other) => cache.keepAnswer('k', 1, 5).then(() => other.answer('k')),
    null,
  ],
  ['an absent key is null', (cache) => cache.get('k'), null],
  ['an absent key is not there', (cache) => cache.has('k'), false],
  ['a key that holds null is there', (cache) => cache.set('k', null, 0).then(() => cache.has('k')), true],
  [
    'a deleted key is gone',
    (cache) =>
      cache
        .set('k', 1, 0)
        .then(() => cache.delete('k'))
        .then(() => cache.has('k')),
    false,
  ],
  ['deleting what is absent is fine', (cache) => cache.delete('k'), undefined],
  [
    'a set replaces a list',
    (cache) =>
      push(cache, 1)
        .then(() => cache.set('l', 'x', 0))
        .then(() => cache.get('l')),
    'x',
  ],
  ['a counter begins at 0', (cache) => cache.increment('k', 1), 1],
  ['a counter goes down', (cache) => cache.increment('k', -3), -3],
  ['a counter goes on from a number', (cache) => cache.set('k', 40, 0).then(() => cache.increment('k', 2)), 42],
  ['a counter reads as a number', (cache) => cache.increment('k', 5).then(() => cache.get('k')), 5],
  ['push tells the length', (cache) => push(cache, 'a').then(() => cache.push('l', 'b', 'head')), 2],
  [
    'push at the head comes first',
    (cache) =>
      push(cache, 'a')
        .then(() => cache.push('l', 'b', 'head'))
        .then(() => cache.range('l', 0, -1)),
    ['b', 'a'],
  ],
  ['pop takes the tail', (cache) => push(cache, 1, 2, 3).then(() => cache.pop('l', 'tail')), 3],
  ['pop takes the head', (cache) => push(cache, 1, 2, 3).then(() => cache.pop('l', 'head')), 1],
  ['pop of nothing is null', (cache) => cache.pop('l', 'tail'), null],
  [
    'a list that was emptied is gone',
    (cache) =>
      push(cache, 1)
        .then(() => cache.pop('l', 'head'))
        .then(() => cache.has('l')),
    false,
  ],
  ['an absent list has no length', (cache) => cache.length('l'), 0],
  ['an absent list has no elements', (cache) => cache.range('l', 0, -1), []],
  ['a range includes its stop', (cache) => push(cache, 0, 1, 2, 3).then(() => cache.range('l', 1, 2)), [1, 2]],
  ['a range counts from the end', (cache) => push(cache, 0, 1, 2, 3).then(() => cache.range('l', -2, -1)), [2, 3]],
  ['a range begins no earlier than the list', (cache) => push(cache, 0, 1).then(() => cache.range('l', -9, 0)), [0]],
  ['a range past the end is empty', (cache) => push(cache, 0, 1).then(() => cache.range('l', 5, 9)), []],
  ['a range that ends before it begins is empty', (cache) => push(cache, 0, 1).then(() => cache.range('l', 1, 0)), []],
  ['a range that ends before the list is empty', (cache) => push(cache, 0, 1).then(() => cache.range('l', 0, -5)), []],
  ['remove takes all', (cache) => push(cache, 1, 2, 1, 1).then(() => cache.remove('l', 1, 0)), 3],
  [
    'remove counts from the head',
    (cache) =>
      push(cache, 1, 2, 1)
        .then(() => cache.remove('l', 1, 1))
        .then(() => cache.range('l', 0, -1)),
    [2, 1],
  ],
  [
    'remove counts from the tail',
    (cache) =>
      push(cache, 1, 2, 1)
        .then(() => cache.remove('l', 1, -1))
        .then(() => cache.range('l', 0, -1)),
    [1, 2],
  ],
  ['remove takes no more than there is', (cache) => push(cache, 1, 2).then(() => cache.remove('l', 1, 9)), 1],
  [
    'remove compares types',
    (cache) =>
      push(cache, 1, '1')
        .then(() => cache.remove('l', '1', 0))
        .then(() => cache.range('l', 0, -1)),
    [1],
  ],
  ['remove from nothing is 0', (cache) => cache.remove('l', 1, 0), 0],
  ['workspaces do not share keys', (cache, other) => cache.set('k', 1, 0).then(() => other.get('k')), null],
  ['workspaces do not list keys of others', (cache, other) => cache.set('k', 1, 0).then(() => other.keys('*')), []],
  ['rate limits are no keys', (cache) => cache.rateLimit('k', 1, 60).then(() => cache.keys('*')), []],
  ['rate limits leave values alone', (cache) => cache.set('k', 'x', 0).then(() => cache.rateLimit('k', 1, 60)), true],
]

const values: Value[] = [
  null,
  true,
  0,
  -1.5,
  '',
  '5',
  'é☃\r\n',
  [],
  [1, [2]],
  {},
  { a: { b: null } },
  JSON.parse('{"__proto__":1}'),
]

const refused: [name: string, run: (cache: CachePort) => Promise<unknown>, reason: string][] = [
  ['counting text', (cache) => cache.set('k', '5', 0).then(() => cache.increment('k', 1)), 'not_numeric'],
  ['counting a fraction', (cache) => cache.set('k', 1.5, 0).then(() => cache.increment('k', 1)), 'not_numeric'],
  ['counting a list', (cache) => push(cache, 1).then(() => cache.increment('l', 1)), 'cache_wrong_type'],
  ['counting by a fraction', (cache) => cache.increment('k', 0.5), 'invalid_argument'],
  ['reading a list as a value', (cache) => push(cache, 1).then(() => cache.get('l')), 'cache_wrong_type'],
  ['pushing on a value', (cache) => cache.set('l', 1, 0).then(() => push(cache, 1)), 'cache_wrong_type'],
  ['the length of a value', (cache) => cache.set('l', 1, 0).then(() => cache.length('l')), 'cache_wrong_type'],
  ['a negative ttl', (cache) => cache.set('k', 1, -1), 'invalid_argument'],
  ['a ttl that is no number', (cache) => cache.rateLimit('k', 1, Number.NaN), 'invalid_argument'],
  ['a range by fractions', (cache) => cache.range('l', 0.5, 1), 'invalid_argument'],
  ['keeping a file', (cache) => cache.set('k', [new FileResource('a', 'b', new Uint8Array(1))], 0), 'invalid_argument'],
  [
    'keeping a stream',
    (cache) => cache.push('k', new ValueStream((async function* () {})()), 'tail'),
    'invalid_argument',
  ],
]

describe.each(backends)('$name', ({ open }) => {
  let backend: Awaited<ReturnType<Backend['open']>>
  let made = 0
  const fresh = () => backend.caches.workspace(`w${made++}`)

  beforeAll(async () => {
    backend = await open()
  })
  afterAll(() => backend.stop())

  test.each(runs)('%s', async (_, run, expected) => {
    expect(await run(fresh(), fresh())).toEqual(expected)
  })

  test.each(values.map((value) => [value]))('keeps %j', async (value) => {
    const cache = fresh()
    await cache.set('k', value, 0)
    expect(JSON.stringify(await cache.get('k'))).toBe(JSON.stringify(value))
    await cache.push('l', value, 'tail')
    expect(JSON.stringify(await cache.pop('l', 'head'))).toBe(JSON.stringify(value))
  })

  test.each(refused)('%s is refused', async (_, run, reason) => {
    await expect(run(fresh())).rejects.toMatchObject({ name: 'StackError', reason })
  })

  test.each([
    ['*', ['a:1', 'a:2', 'b:1', 'x*y', 'x?y']],
    ['a:*', ['a:1', 'a:2']],
    ['?:1', ['a:1', 'b:1']],
    ['[ab]:1', ['a:1', 'b:1']],
    ['x\\*y', ['x*y']],
    ['none', []],
  ])('keys of %s', async (pattern, expected) => {
    const cache = fresh()
    for (const key of ['b:1', 'a:2', 'a:1', 'x*y', 'x?y']) await cache.set(key, 1, 0)
    expect(await cache.keys(pattern)).toEqual(expected)
  })

  test('a stored object is not the one that was given', async () => {
    const cache = fresh()
    const value = { a: [1] }
    await cache.set('k', value, 0)
    value.a.push(2)
    expect(await cache.get('k')).toEqual({ a: [1] })
  })

  test('what has a ttl goes when it is over', async () => {
    const cache = fresh()
    await cache.set('short', 1, 0.1)
    await cache.set('counted', 1, 0.1)
    await cache.set('kept', 1, 0)
    await cache.increment('counted', 1)
    expect(await cache.keys('*')).toEqual(['counted', 'kept', 'short'])
    await backend.pass(150)
    expect(await cache.keys('*')).toEqual(['kept'])
    expect(await cache.get('short')).toBeNull()
    expect(await cache.increment('counted', 1)).toBe(1)
  })

  test('a rate limit counts each key in windows of its own', async () => {
    const cache = fresh()
    const use = (key: string) => cache.rateLimit(key, 2, 0.2)
    expect([await use('a'), await use('a'), await use('a'), await use('b')]).toEqual([true, true, false, true])
    await backend.pass(250)
    expect(await use('a')).toBe(true)
  })

  test('uses at the same time are each counted', async () => {
    const cache = fresh()
    const allowed = await Promise.all(Array.from({ length: 50 }, () => cache.rateLimit('a', 10, 60)))
    expect(allowed.filter(Boolean)).toHaveLength(10)
  })
})

test('a Redis that is not there is a clear error', async () => {
  const caches = await openCaches({ clock: { now: Date.now }, redisUrl: 'redis://127.0.0.1:1' })
  await expect(caches.workspace('w').get('k')).rejects.toMatchObject({ reason: 'cache_unavailable' })
  await caches.close()
})

const openSmall = async (now: () => number) => {
  const caches = await openCaches({ clock: { now }, redisUrl: null, maxBytes: 100_000 })
  return caches.workspace('w')
}

describe('memory within its budget', () => {
  const large = 'x'.repeat(20_000)

  test('a full cache refuses and keeps what it has', async () => {
    const cache = await openSmall(() => 0)
    await cache.set('a', large, 0)
    await cache.set('b', large, 0)
    await expect(cache.set('c', large, 0)).rejects.toMatchObject({ reason: 'cache_full' })
    await expect(cache.push('c', large, 'tail')).rejects.toMatchObject({ reason: 'cache_full' })
    expect(await cache.keys('*')).toEqual(['a', 'b'])
  })

  test.each([
    ['deleting', (cache: CachePort) => cache.delete('l')],
    ['popping', (cache: CachePort) => cache.pop('l', 'head')],
    ['removing', (cache: CachePort) => cache.remove('l', large, 0)],
    ['replacing', (cache: CachePort) => cache.set('l', '', 0)],
  ])('%s makes room, as often as one likes', async (_, free) => {
    const cache = await openSmall(() => 0)
    for (let round = 0; round < 20; round++) {
      await cache.push('l', large, 'tail')
      await cache.set('k', large, 0)
      await free(cache)
      await cache.delete('l')
    }
    await cache.set('l', large, 0)
    await expect(cache.set('m', large, 0)).rejects.toMatchObject({ reason: 'cache_full' })
  })

  test('what has expired makes room', async () => {
    let now = 0
    const cache = await openSmall(() => now)
    for (let key = 0; key < 20; key++) {
      await cache.set(String(key), large, 1)
      now += 1000
    }
    expect(await cache.keys('*')).toEqual([])
  })
})
