import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Pool, sessionOf, startCluster } from '../src/index.ts'

let folder: string
const start = () => startCluster({ dataDirectory: folder, log: () => {} })
const pidFile = () => readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8').catch(() => null)
const postmaster = async (): Promise<number> => Number.parseInt((await pidFile()) ?? '', 10)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-cluster-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('a second user joins, and the last to leave stops the server', async () => {
  const [first, second] = await Promise.all([start(), start()])
  expect(second.url).toBe(first.url)
  await first.stop()
  expect(await postmaster()).toBeGreaterThan(0)
  await second.stop()
  expect(await pidFile()).toBe(null)
}, 60_000)

test('after kill -9 of the server every acknowledged row is there', async () => {
  const cluster = await start()
  const writer = spawn(process.execPath, ['-e', insertForEver], {
    env: { ...process.env, TEST_URL: cluster.url, TEST_PG: createRequire(import.meta.url).resolve('pg') },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const acknowledged: number[] = []
  for await (const chunk of writer.stdout) {
    acknowledged.push(...String(chunk).trim().split('\n').map(Number))
    if (acknowledged.length > 300) break
  }
  process.kill(await postmaster(), 'SIGKILL')
  writer.kill('SIGKILL')
  const again = await start()
  const pool = new Pool(again.url, { size: 1 })
  const found = new Set((await sessionOf(pool).query('select n from kept')).map(({ n }) => n))
  expect(acknowledged.filter((n) => !found.has(n))).toEqual([])
  await pool.close()
  await cluster.stop()
  await again.stop()
}, 60_000)

/** Says a number only once its row was committed. */
const insertForEver = `
  const pg = require(process.env.TEST_PG)
  const client = new pg.Client({ connectionString: process.env.TEST_URL })
  client.on('error', () => {})
  client.connect().then(async () => {
    await client.query('create table kept (n int)')
    for (let n = 0; ; n += 1) {
      await client.query('insert into kept values ($1)', [n])
      console.log(n)
    }
  }).catch(() => {})`
