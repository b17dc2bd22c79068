/**
 * `npm run bench -- --history [--json] [--pairs N] [--seconds N]`: what keeping a history costs. Two Cairns, one that
 * keeps every request and records up to a hundredth of them, and one that keeps none, by turns. Then a million requests
 * of a day in the history of the first: how long it takes to look at them, and what somebody who does so costs the others.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startCluster } from '@cairn/database'
import pg from 'pg'
import { fillHistory, type Look } from './million.ts'
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
/** Milliseconds until a server follows new rules: it reads them every five seconds. */
const RULES_READ = 6_000
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

type Turn = (seconds: number) => Promise<Round>

function measure(scenario: Scenario, on: Side, off: Side) {
  return byTurns(
    scenario.name,
    (seconds) => round(scenario, on, seconds),
    (seconds) => round(scenario, off, seconds),
  )
}

async function byTurns(name: string, on: Turn, off: Turn) {
  const seconds = Number(options.seconds)
  await on(1)
  await off(1)
  const pairs: { cairn: Round; baseline: Round }[] = []
  for (let index = 0; index < Number(options.pairs); index++) {
    const first = await (index % 2 === 0 ? on : off)(seconds)
    const second = await (index % 2 === 0 ? off : on)(seconds)
    pairs.push(index % 2 === 0 ? { cairn: first, baseline: second } : { cairn: second, baseline: first })
  }
  return comparison(name, pairs)
}

function comparison(name: string, pairs: readonly { cairn: Round; baseline: Round }[]) {
  const found = compare(pairs)
  return {
    name,
    on: Math.round(found.cairn.rate),
    off: Math.round(found.baseline.rate),
    rate: Math.round(found.rate.median * 100) / 100,
    cpu: Math.round(found.cpu.median * 100) / 100,
    ratio: Math.round(found.ratio * 100) / 100,
    bar,
  }
}

/** Milliseconds between two looks of the history page while it is live. */
const LIVE_EVERY = 2_000

async function measureMillion(side: Side) {
  const { server, port, url } = side
  await recordNothing(url)
  const link = await server.said(/^Create the owner: (\S+)$/m)
  const history = await fillHistory(url, `http://127.0.0.1:${port}`, link)
  try {
    const looks = await history.looks()
    const [scenario] = scenarios.filter(({ name }) => name === 'get by id')
    if (scenario === undefined) throw new Error('There is no scenario "get by id".')
    const quiet: Turn = (seconds) => round(scenario, side, seconds)
    const watched: Turn = (seconds) => beside(quiet(seconds), () => history.page())
    const others = [await byTurns('get by id, while a million requests are looked at live', watched, quiet)]
    const pairs: { cairn: Round; baseline: Round }[] = []
    for (const hours of [18, 12, 6]) {
      const baseline = await quiet(1)
      const [cairn, expiry] = await Promise.all([quiet(1), history.expire(hours)])
      pairs.push({ cairn, baseline })
      looks.push(expiry)
    }
    others.push(comparison('get by id, during expiry', pairs))
    return { looks, others }
  } finally {
    await history.close()
  }
}

/** Does `work` again and again while something runs. */
async function beside<Result>(running: Promise<Result>, work: () => Promise<void>): Promise<Result> {
  let isOver = false
  const ended = running.finally(() => {
    isOver = true
  })
  while (!isOver) {
    const start = performance.now()
    await work()
    const pause = LIVE_EVERY - (performance.now() - start)
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, pause))])
  }
  return ended
}

async function recordNothing(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('UPDATE cairn.recording_rule SET errors = false, slow_ms = NULL, per_minute = 0')
  await client.end()
  await new Promise((resolve) => setTimeout(resolve, RULES_READ))
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
  const rows: Awaited<ReturnType<typeof measure>>[] = []
  const late: Look[] = []
  try {
    await recordMuch(on.url)
    await new Promise((resolve) => setTimeout(resolve, RULES_READ))
    for (const scenario of scenarios.filter(({ name }) => measured.includes(name))) {
      rows.push(await measure(scenario, on, off))
      if (!options.json) console.log(rows.at(-1))
    }
    const { looks, others } = await measureMillion(on)
    rows.push(...others)
    late.push(...looks)
    if (!options.json) for (const row of [...looks, ...others]) console.log(row)
  } finally {
    await Promise.all([on.server.stop(), off.server.stop()])
  }
  if (options.json) console.log(JSON.stringify([...rows, ...late], null, 2))
  if (rows.some(({ ratio }) => ratio < bar) || late.some((look) => look.ms > look.bar)) process.exitCode = 1
} finally {
  for (const name of Object.values(names)) await dropDatabase(cluster.url, name)
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
