import { Pool, sessionOf } from '@cairn/database'
import { testDatabase } from '@cairn/testing'
import type { WorkspaceStore } from '@cairn/workspace'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Batch } from '../../src/history/batch.ts'
import { openStore } from '../../src/serve/open-store.ts'

const day = Date.UTC(2026, 10, 20)
const whole = { from: day, to: day + 24 * 3600_000 }
const page = { limit: 100, after: null }

let store: WorkspaceStore
let drop: () => Promise<void>

/** A thousand batches of a thousand requests over a day, every fiftieth with an error. */
const fill = `INSERT INTO cairn.request_batch
  (workspace_id, at, id, errors, recorded, slowest, kinds, kind, after, status, us, size, path, user_id, details)
  SELECT 1, to_timestamp(${day / 1000}) + s * interval '80 seconds', gen_random_uuid(), 20, 0, 99,
    '[{"branch": "v1", "datasource": "live", "group": "main", "route": "items/{id}", "method": "GET"}]',
    array_agg(0), array_agg(n * 50), array_agg(CASE WHEN n % 50 = 0 THEN 500 ELSE 200 END), array_agg(n % 97 * 333),
    array_agg(120), array_agg('items/' || n), array_agg(NULL::text), '{}'
  FROM generate_series(0, 999) s, generate_series(1, 1000) n GROUP BY s`

beforeAll(async () => {
  const database = await testDatabase()
  drop = () => database.drop()
  store = openStore(database.url, new Uint8Array(32))
  await store.migrate()
  const kind = { branch: 'v1', datasource: 'live', group: 'main', route: 'a', method: 'GET', userTable: null }
  for (let hour = 0; hour < 24; hour++) {
    const batch = new Batch(2)
    batch.add(kind, day + hour * 3600_000, 200, 1, 2, null, null)
    await store.requests.add(batch, [])
  }
  const pool = new Pool(database.url, { size: 1 })
  await sessionOf(pool).query(fill)
  await pool.close()
}, 120_000)

afterAll(async () => {
  await store.close()
  await drop()
})

const timed = async <Result>(work: () => Promise<Result>): Promise<[result: Result, ms: number]> => {
  const begin = performance.now()
  return [await work(), performance.now() - begin]
}

test('a million requests are listed, filtered, counted and dropped in a time to wait for', async () => {
  const [list, listMs] = await timed(() => store.requests.list(1, whole, page))
  const [errors, errorsMs] = await timed(() => store.requests.list(1, { ...whole, answer: 'error' }, page))
  const [none, searchMs] = await timed(() => store.requests.list(1, { ...whole, text: 'nothing like it' }, page))
  const few = await store.requests.list(1, { ...whole, text: 'ITEMS/777' }, page)
  const byRoute = await store.requests.list(2, { ...whole, text: 'A' }, page)
  const [figures, figuresMs] = await timed(() => store.requests.figures(1, whole, 48))
  const [{ dropped }, dropMs] = await timed(() =>
    store.requests.expire({ days: 1, bytes: 1e12 }, day + 3 * 24 * 3600_000),
  )
  expect([list.length, errors.length, none.length, figures.requests, dropped]).toEqual([100, 100, 0, 200_000, 24])
  expect([few.length, new Set(few.map(({ path }) => path)), byRoute.length]).toEqual([100, new Set(['items/777']), 24])
  // A tenth of this on an idle machine; a page must not cost what all there is does.
  expect(listMs).toBeLessThan(1_000)
  expect(errorsMs).toBeLessThan(1_000)
  console.log(
    `a million: list ${listMs | 0}, errors ${errorsMs | 0}, search ${searchMs | 0}, figures ${figuresMs | 0} ms`,
  )
  expect(searchMs).toBeLessThan(20_000)
  expect(figuresMs).toBeLessThan(5_000)
  expect(dropMs).toBeLessThan(5_000)
}, 60_000)
