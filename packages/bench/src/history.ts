/**
 * `npm run bench -- --history [--json] [--pairs N] [--seconds N]`: what keeping a history costs. Two Cairns, one that
 * keeps every request and records up to a hundredth of them, and one that keeps none, by turns; then how long a million
 * kept requests take to list, to count and to drop.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startCluster } from '@cairn/database'
import pg from 'pg'
import { compare, type Round } from './measure/pairs.ts'
import { runScript, startServer, usage, type Running } from './measure/processes.ts'
import type { LoadOptions, LoadResult } from './measure/load-options.ts'
import { scenarios, type Scenario } from './scenarios.ts'
import { ask, dropDatabase, freshDatabase } from './servers.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '2' },
  },
})
const measured = ['static', 'get by id', 'list 25 of 10,000', '50 statements']
const bar = 0.9
const [serverCpu, loadCpu] = cpus().length > 1 ? [0, 1] : [null, null]
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

interface Side {
  server: Running
  port: number
  url: string
}

async function start(cluster: string, name: string, folder: string, env: Record<string, string>): Promise<Side> {
  const url = await freshDatabase(cluster, name)
  const args = ['serve', '--workspace', here('../workspace'), '--port', '0', '--json']
  const server = await startServer([here('../../../apps/server/dist/cairn.js'), ...args], {
    cpu: serverCpu,
    env: { DATABASE_URL: url, CAIRN_DATA_DIR: join(folder, name), ...env },
  })
  const base = new URL(String(server.ready['url']))
  await ask(`${base.origin}/api:bench/seed`, {})
  return { server, port: Number(base.port), url }
}

async function round(scenario: Scenario, { server, port }: Side, seconds: number): Promise<Round> {
  const load: LoadOptions = {
    host: '127.0.0.1',
    port,
    requests: scenario.requests({ prefix: '/api:bench', token: '' }),
    connections: scenario.connections,
    seconds,
  }
  const before = usage(server.pid).cpu
  const result = await runScript<LoadResult>([here('./load.js')], load, loadCpu)
  if (result.failed > 0 || result.requests === 0) throw new Error(`${scenario.name}: ${result.failed} requests failed`)
  return {
    rate: result.requests / result.seconds,
    cpu: ((usage(server.pid).cpu - before) * 1000) / result.requests,
  }
}

async function measure(scenario: Scenario, on: Side, off: Side) {
  const seconds = Number(options.seconds)
  await round(scenario, on, 1)
  await round(scenario, off, 1)
  const pairs: { cairn: Round; baseline: Round }[] = []
  for (let index = 0; index < Number(options.pairs); index++) {
    const first = await round(scenario, index % 2 === 0 ? on : off, seconds)
    const second = await round(scenario, index % 2 === 0 ? off : on, seconds)
    pairs.push(index % 2 === 0 ? { cairn: first, baseline: second } : { cairn: second, baseline: first })
  }
  const found = compare(pairs)
  return {
    name: scenario.name,
    on: Math.round(found.cairn),
    off: Math.round(found.baseline),
    ratio: Math.round(found.ratio * 100) / 100,
    bar,
  }
}

/** Every endpoint records all it may. */
async function recordMuch(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const endpoints = [
    ['GET', 'static'],
    ['GET', 'items/{id}'],
    ['GET', 'items'],
    ['GET', 'steps'],
  ]
  for (const [verb, path] of endpoints) {
    await client.query(
      `INSERT INTO cairn.recording_rule SELECT w.id, g.group_name, $1, $2, true, 1000, 6000
       FROM cairn.workspace w JOIN cairn.group_canonical g ON g.workspace_id = w.id`,
      [verb, path],
    )
  }
  await client.end()
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now()
  await work()
  return Math.round(performance.now() - begin)
}

/** Milliseconds that a million kept requests take to list, to count and to drop, as the history page asks for them. */
async function million(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE TABLE cairn.request_batch_million PARTITION OF cairn.request_batch
    FOR VALUES FROM ('2020-01-01') TO ('2020-01-02')`)
  await client.query(
    `INSERT INTO cairn.request_batch
     SELECT 1, timestamptz '2020-01-01' + s * interval '60 seconds', gen_random_uuid(), 20, 0, 99,
       '[{"branch": "v1", "datasource": "live", "group": "bench", "route": "items/{id}", "method": "GET"}]',
       array_agg(0), array_agg(n * 50), array_agg(CASE WHEN n % 50 = 0 THEN 500 ELSE 200 END), array_agg(n % 97 / 3.0),
       array_agg(120), array_agg('items/' || n), array_agg(NULL::text), '{}'
     FROM generate_series(0, 999) s, generate_series(1, 1000) n GROUP BY s`,
  )
  await client.query('ANALYZE cairn.request_batch')
  await client.end()
  const history = createRequestHistory(url)
  const from = Date.UTC(2020, 0, 1)
  const day = { from, to: from + 24 * 3600_000 }
  const page = { limit: 100, after: null }
  const figures = {
    list: await timed(() => history.list(1, day, page)),
    errors: await timed(() => history.list(1, { ...day, answer: 'error' }, page)),
    search: await timed(() => history.list(1, { ...day, text: 'nothing like it' }, page)),
    figures: await timed(() => history.figures(1, day, 48)),
    drop: await timed(() => history.expire({ days: 7, bytes: 1e12 }, Date.now())),
  }
  await history.close()
  return figures
}

const folder = await mkdtemp(join(tmpdir(), 'cairn-history-'))
const cluster = await startCluster({ dataDirectory: folder, log: () => {} })
const names = { on: 'cairn_bench_on', off: 'cairn_bench_off' }
try {
  const on = await start(cluster.url, names.on, folder, {})
  const off = await start(cluster.url, names.off, folder, { CAIRN_HISTORY_DAYS: '0' })
  const rows = []
  let milliseconds
  try {
    await recordMuch(on.url)
    // The server reads its rules every five seconds.
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    for (const scenario of scenarios.filter(({ name }) => measured.includes(name))) {
      rows.push(await measure(scenario, on, off))
      if (!options.json) console.log(rows.at(-1))
    }
  } finally {
    await Promise.all([on.server.stop(), off.server.stop()])
  }
  milliseconds = await million(on.url)
  console.log(options.json ? JSON.stringify({ rows, million: milliseconds }, null, 2) : milliseconds)
  if (rows.some(({ ratio }) => ratio < bar)) process.exitCode = 1
} finally {
  for (const name of Object.values(names)) await dropDatabase(cluster.url, name)
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
