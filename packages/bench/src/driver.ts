/**
 * How much a get-by-id costs through each way of talking to PostgreSQL: run with `node` after bundling; prints one line
 * a driver, medians of interleaved rounds. Numbers are in docs/decisions/0003-database-driver.md.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool, startCluster, wire, type PreparedStatement } from '@cairn/database'
import { Client, Pool as PgPool, types as pgTypes } from 'pg'
import postgres from 'postgres'

const concurrency = 32
const sessions = 10
const rounds = 7
const milliseconds = 1500
const rows = 10_000

interface Contender {
  name: string
  get(id: number): Promise<unknown>
  close(): Promise<unknown>
}

const sql = 'select id, created_at, name, email, score, active, tags from item where id = $1'

async function prepare(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`create table item (id bigint primary key, created_at timestamptz, name text, email text,
    score float8, active bool, tags jsonb)`)
  await client.query(
    `insert into item select n, now(), 'name ' || n, 'user' || n || '@example.com', n / 3.0, n % 2 = 0, '["a","b"]'
     from generate_series(1, $1::int) n`,
    [rows],
  )
  await client.query('vacuum analyze item')
  await client.end()
}

/** What a hand-written server does: pg's pool, a named statement, rows as objects. */
function plainPg(url: string): Contender {
  pgTypes.setTypeParser(20, Number)
  const pool = new PgPool({ connectionString: url, max: sessions })
  return {
    name: 'pg, named',
    get: async (id) => (await pool.query({ name: 'get', text: sql, values: [id] })).rows[0],
    close: () => pool.end(),
  }
}

/** The pool lends a client to one query at a time, so pipelining takes clients of one's own. */
async function pipelinedPg(url: string): Promise<Contender> {
  const clients = Array.from({ length: sessions }, () => {
    const settings = { connectionString: url, pipeline: true }
    return new Client(settings)
  })
  await Promise.all(clients.map((client) => client.connect()))
  let next = 0
  return {
    name: 'pg, named, pipeline',
    get: async (id) => {
      next = (next + 1) % clients.length
      return (await clients[next]!.query({ name: 'get', text: sql, values: [id] })).rows[0]
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  }
}

function arrayPg(url: string): Contender {
  const pool = new PgPool({ connectionString: url, max: sessions })
  const text = { name: 'get', text: sql, rowMode: 'array' as const }
  return {
    name: 'pg, named, rows as arrays',
    get: async (id) => (await pool.query({ ...text, values: [id] })).rows[0],
    close: () => pool.end(),
  }
}

function postgresJs(url: string): Contender {
  const parsed = new URL(url)
  const client = postgres({
    host: parsed.searchParams.get('host') ?? parsed.hostname,
    port: Number(parsed.port),
    user: parsed.username,
    password: parsed.password,
    database: parsed.pathname.slice(1),
    max: sessions,
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
  })
  return {
    name: 'postgres.js',
    get: async (id) =>
      (await client`select id, created_at, name, email, score, active, tags from item where id = ${id}`)[0],
    close: () => client.end(),
  }
}

function cairn(url: string): Contender {
  const pool = new Pool(url, { size: sessions })
  const names = ['id', 'created_at', 'name', 'email', 'score', 'active', 'tags']
  const types = [wire.int8, wire.timestamptz, wire.text, wire.text, wire.float8, wire.bool, wire.jsonb]
  const statement: PreparedStatement<Record<string, unknown>> = {
    name: 'get',
    text: sql,
    parameters: [wire.int8],
    results: types,
    quick: true,
    read(bytes, start) {
      const row: Record<string, unknown> = {}
      let at = start
      for (let i = 0; i < names.length; i += 1) {
        const length = bytes.readInt32BE(at)
        at += 4
        row[names[i]!] = length < 0 ? null : types[i]!.read(bytes, at, length)
        if (length > 0) at += length
      }
      return row
    },
  }
  return {
    name: 'cairn (handshake by pg, binary, pipelined)',
    get: async (id) => (await pool.run(statement, [id])).rows[0],
    close: () => pool.close(),
  }
}

async function round(contender: Contender): Promise<{ perSecond: number; cpu: number }> {
  const cpuBefore = process.cpuUsage()
  const start = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() - start < milliseconds) {
        await contender.get(1 + Math.floor(Math.random() * rows))
        done += 1
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  return { perSecond: done / seconds, cpu: (user + system) / done }
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}

const folder = await mkdtemp(join(tmpdir(), 'cairn-driver-'))
const cluster = await startCluster({ dataDirectory: folder, log: () => {} })
try {
  await prepare(cluster.url)
  const contenders = [
    plainPg(cluster.url),
    await pipelinedPg(cluster.url),
    arrayPg(cluster.url),
    postgresJs(cluster.url),
    cairn(cluster.url),
  ]
  const measured = contenders.map(() => ({ perSecond: [] as number[], cpu: [] as number[] }))
  for (let n = 0; n <= rounds; n += 1) {
    for (const [i, contender] of contenders.entries()) {
      const { perSecond, cpu } = await round(contender)
      // The first round warms up.
      if (n > 0) {
        measured[i]!.perSecond.push(perSecond)
        measured[i]!.cpu.push(cpu)
      }
    }
  }
  for (const [i, { name }] of contenders.entries()) {
    const { perSecond, cpu } = measured[i]!
    console.log(
      `${name.padEnd(46)}${median(perSecond).toFixed(0).padStart(8)} /s ${median(cpu).toFixed(1).padStart(7)} µs CPU`,
    )
  }
  for (const contender of contenders) await contender.close()
} finally {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
