import { testDatabase } from '@cairn/testing'
import type { WorkspaceStore } from '@cairn/workspace'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Batch } from '../../src/history/batch.ts'
import { openStore } from '../../src/serve/open-store.ts'

const HOUR = 3600_000
const now = Date.UTC(2026, 10, 24, 15, 30)

let store: WorkspaceStore
let workspace: number
let url: string
let drop: () => Promise<void>

beforeAll(async () => {
  const database = await testDatabase()
  url = database.url
  drop = () => database.drop()
  store = openStore(url, new Uint8Array(32))
  await store.migrate()
  workspace = (await store.createWorkspace({ name: 'old' })).id
}, 60_000)

afterAll(async () => {
  await store.close()
  await drop()
})

const add = (to: WorkspaceStore, at: number): Promise<void> => {
  const batch = new Batch(workspace)
  const kind = { branch: 'v1', datasource: 'live', group: 'main', route: 'a', method: 'GET', userTable: null }
  batch.add(kind, at, 200, 1, 2, null, null)
  return to.requests.add(batch, [])
}

const hours = async (): Promise<number[]> => {
  const found = await store.requests.list(workspace, { from: 0, to: now + HOUR }, { limit: 100, after: null })
  return found.map(({ at }) => (now - at) / HOUR)
}

test('hours that are too old go, then the oldest while all take too much, and never the current one', async () => {
  for (const ago of [0, 1, 30, 200]) await add(store, now - ago * HOUR)
  expect(await hours()).toEqual([0, 1, 30, 200])
  expect(await store.requests.expire({ days: 7, bytes: 1e9 }, now)).toEqual({ dropped: 1 })
  expect(await hours()).toEqual([0, 1, 30])
  expect(await store.requests.expire({ days: 7, bytes: 1 }, now)).toEqual({ dropped: 2 })
  expect(await hours()).toEqual([0])
  await add(store, now - 30 * HOUR)
  expect(await hours()).toEqual([0, 30])
})

test('processes that meet a new hour at once make it once', async () => {
  const other = openStore(url, new Uint8Array(32))
  const at = now + 48 * HOUR
  await Promise.all([store, other].map((one) => add(one, at)))
  const found = await store.requests.list(workspace, { from: at, to: at + 1 }, { limit: 10, after: null })
  expect(found).toHaveLength(2)
  await other.close()
})

test('what was lost is counted by workspace', async () => {
  await store.requests.addLost(
    new Map([
      [workspace, 7],
      [999, 1],
    ]),
    now,
  )
  await store.requests.addLost(new Map([[workspace, 2]]), now)
  expect(await store.requests.lostSince(workspace, now - HOUR)).toBe(9)
  expect(await store.requests.lostSince(workspace, now + HOUR)).toBe(0)
})
