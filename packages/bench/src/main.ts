/**
 * `npm run bench [-- --json] [--only TEXT] [--pairs N] [--starts N] [--seconds N] [--save]`: Cairn beside a hand-written
 * server on the same PostgreSQL, alternating, the server pinned to one processor and the load to the other; both are
 * started anew for every part of the pairs.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startServers, type Servers } from './servers.ts'
import { compare, type Comparison, type Pair, type Round } from './measure/pairs.ts'
import { runScript, usage, type Running } from './measure/processes.ts'
import type { LoadOptions, LoadResult } from './measure/load-options.ts'
import { scenarios, type Scenario, type Target } from './scenarios.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    pairs: { type: 'string', default: '9' },
    starts: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    save: { type: 'boolean', default: false },
  },
})
const starts = Math.max(1, Number(options.starts))
const pairs = Math.ceil(Number(options.pairs) / starts)
const seconds = Number(options.seconds)
const loadCpu = cpus().length > 1 ? 1 : null
const loadScript = fileURLToPath(new URL('./load.js', import.meta.url))

interface Figures {
  requests: number
  microseconds: number
}

interface Row {
  name: string
  /** Medians: requests a second, and processor microseconds of the server process per request. */
  cairn: Figures
  baseline: Figures
  /** The worse of the medians of both ratios. */
  ratio: number
  /** Where half of the pairs lie, for the measure the ratio is taken from. */
  spread: [number, number]
  rate: number
  cpu: number
  bar: number
}

async function round(
  scenario: Scenario,
  server: Running,
  port: number,
  target: Target,
  length: number,
): Promise<Round> {
  const load: LoadOptions = {
    host: '127.0.0.1',
    port,
    requests: scenario.requests(target),
    connections: scenario.connections,
    seconds: length,
  }
  const before = usage(server.pid).cpu
  const result = await runScript<LoadResult>([loadScript], load, loadCpu)
  const spent = usage(server.pid).cpu - before
  if (result.failed > 0 || result.requests === 0)
    throw new Error(`${scenario.name}: ${result.failed} of ${result.requests} requests failed`)
  return { rate: result.requests / result.seconds, cpu: (spent * 1000) / result.requests }
}

async function measure(scenario: Scenario, servers: Servers): Promise<Pair[]> {
  const cairn = (length: number) =>
    round(scenario, servers.cairn.server, servers.cairn.port, servers.cairn.target, length)
  const baseline = (length: number) =>
    round(scenario, servers.baseline.server, servers.baseline.port, servers.baseline.target, length)
  await cairn(1)
  await baseline(1)
  const found: Pair[] = []
  for (let index = 0; index < pairs; index++) {
    const swapped = index % 2 === 1
    const first = await (swapped ? baseline : cairn)(seconds)
    const second = await (swapped ? cairn : baseline)(seconds)
    found.push(swapped ? { cairn: second, baseline: first } : { cairn: first, baseline: second })
  }
  return found
}

const figures = ({ rate, cpu }: Round): Figures => ({
  requests: Math.round(rate),
  microseconds: Math.round(cpu * 10_000) / 10,
})

const shown = ({ requests, microseconds }: Figures): string =>
  `${String(requests).padStart(6)}/s ${microseconds.toFixed(1).padStart(7)} µs`

function row(scenario: Scenario, found: Comparison): Row {
  const worse = found.rate.median <= found.cpu.median ? found.rate : found.cpu
  const digits = (value: number) => Math.round(value * 100) / 100
  return {
    name: scenario.name,
    cairn: figures(found.cairn),
    baseline: figures(found.baseline),
    ratio: digits(found.ratio),
    spread: [digits(worse.span[0]), digits(worse.span[1])],
    rate: digits(found.rate.median),
    cpu: digits(found.cpu.median),
    bar: scenario.bar,
  }
}

const missed = (found: Row) => found.spread[1] < found.bar && found.ratio < found.bar

function print(found: Row): void {
  const verdict = missed(found) ? 'MISSED' : 'ok'
  const spread = found.spread.map((end) => end.toFixed(2)).join('–')
  console.log(
    `${found.name.padEnd(26)} cairn ${shown(found.cairn)}  hand-written ${shown(found.baseline)}  ` +
      `requests ${found.rate.toFixed(2)}  processor ${found.cpu.toFixed(2)}  ` +
      `ratio ${found.ratio.toFixed(2)} (${spread})  bar ${found.bar}  ${verdict}`,
  )
}

const measured = scenarios.filter(({ name }) => name.includes(options.only))
const found = new Map<Scenario, Pair[]>(measured.map((scenario) => [scenario, []]))
// Where a process happens to lie in memory makes it faster or slower by up to a tenth until it ends.
for (let start = 1; start <= starts; start++) {
  const servers = await startServers()
  try {
    for (const scenario of measured) {
      process.stderr.write(`start ${start} of ${starts}: ${scenario.name}\n`)
      found.get(scenario)?.push(...(await measure(scenario, servers)))
    }
  } finally {
    await servers.stop()
  }
}
const rows = measured.map((scenario) => row(scenario, compare(found.get(scenario) ?? [])))
if (!options.json) for (const each of rows) print(each)
const text = JSON.stringify(rows, null, 2)
if (options.json) console.log(text)
if (options.save) {
  const folder = fileURLToPath(new URL('../results', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${new Date().toISOString().slice(0, 10)}.json`)
  writeFileSync(file, `${text}\n`)
}
if (rows.some(missed)) process.exitCode = 1
