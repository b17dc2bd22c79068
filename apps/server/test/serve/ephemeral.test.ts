import { startCluster, Pool, sessionOf } from '@cairn/database'
import { expect, onTestFinished, test } from 'vitest'
import { createEphemeral, sweepEphemeral } from '../../src/serve/ephemeral-database.ts'
import { startServe, temporaryFolder } from './served-process.ts'

async function ephemeralDatabases(url: string): Promise<number> {
  const pool = new Pool(url, { size: 1 })
  const rows = await sessionOf(pool).query(`select from pg_database where datname like 'cairn_ephemeral_%'`)
  await pool.close()
  return rows.length
}

test('what a killed server left goes at the next start, and only that', { timeout: 120_000 }, async () => {
  const folder = await temporaryFolder()
  const cluster = await startCluster({ dataDirectory: folder, log: () => undefined })
  onTestFinished(() => cluster.stop())
  const living = await createEphemeral(cluster.url)
  const killed = await startServe(folder, '--ephemeral')
  await killed.kill()
  expect(await ephemeralDatabases(cluster.url)).toBe(2)

  const next = await startServe(folder, '--ephemeral')
  expect(await ephemeralDatabases(cluster.url)).toBe(2)
  await next.stop()
  expect(await ephemeralDatabases(cluster.url)).toBe(1)
  await living.drop()
  expect(await ephemeralDatabases(cluster.url)).toBe(0)
})

test('many that start and sweep at once take nothing from each other', { timeout: 60_000 }, async () => {
  const cluster = await startCluster({ dataDirectory: await temporaryFolder(), log: () => undefined })
  onTestFinished(() => cluster.stop())
  const dropped: string[] = []
  const databases = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const made = await createEphemeral(cluster.url)
      await sweepEphemeral(cluster.url, (line) => dropped.push(line))
      return made
    }),
  )
  expect([dropped, await ephemeralDatabases(cluster.url)]).toEqual([[], 4])
  await Promise.all(databases.map((database) => database.drop()))
})
