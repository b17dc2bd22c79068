/**
 * `npm run bench -- --history [--json] [--pairs N] [--seconds N]`: what keeping a history costs. Two Cairns, one that
 * keeps every request and records up to a hundredth of them, and one that keeps none, by turns.
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
    on: Math.round(found.cairn.rate),
    off: Math.round(found.baseline.rate),
    rate: Math.round(found.rate.median * 100) / 100,
    cpu: Math.round(found.cpu.median * 100) / 100,
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

const folder = await mkdtemp(join(tmpdir(), 'cairn-history-'))
const cluster = await startCluster({ dataDirectory: folder, log: () => {} })
const names = { on: 'cairn_bench_on', off: 'cairn_bench_off' }
try {
  const on = await start(cluster.url, names.on, folder, {})
  const off = await start(cluster.url, names.off, folder, { CAIRN_HISTORY_DAYS: '0' })
  const rows = []
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
  if (options.json) console.log(JSON.stringify(rows, null, 2))
  if (rows.some(({ ratio }) => ratio < bar)) process.exitCode = 1
} finally {
  for (const name of Object.values(names)) await dropDatabase(cluster.url, name)
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
