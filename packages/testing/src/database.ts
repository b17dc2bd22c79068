/**
 * A database per test file, made from a template on one server: `DATABASE_URL` where set, else an embedded cluster that
 * all test processes of this machine's user share and the last one stops.
 */
import { randomBytes } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Pool, sessionOf, startCluster } from '@cairn/database'

export interface TestDatabase {
  url: string
  /** Drops the database and gives up the server. */
  drop(): Promise<void>
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = await serverForTests()
  const name = `cairn_test_${randomBytes(6).toString('hex')}`
  await run(server.url, `create database ${name} template template0`)
  return {
    url: withDatabase(server.url, name),
    async drop() {
      await run(server.url, `drop database ${name} with (force)`)
      await server.stop()
    },
  }
}

async function serverForTests(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} }
  return startCluster({ dataDirectory: join(tmpdir(), `cairn-tests-${userInfo().uid}`), log: () => {} })
}

async function run(url: string, sql: string): Promise<void> {
  const pool = new Pool(url, { size: 1 })
  try {
    await sessionOf(pool).query(sql)
  } finally {
    await pool.close()
  }
}

function withDatabase(url: string, name: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${name}`
  return parsed.href
}
