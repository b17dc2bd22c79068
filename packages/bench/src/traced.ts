/**
 * `npm run bench -- --traced [--json]`: what it costs to trace. The 50 statements of this package's workspace, run in this
 * process in the fast build and in the traced one, alternating; microseconds a run, their ratio and where
 * half of the rounds lie. Exit 1 when the ratio and all of that lie above the bar.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readWorkspace } from '@cairn/language'
import { loadProgram, TraceRecorder, type Invocation, type TraceSink } from '@cairn/runtime'
import type { Ports } from '@cairn/statements'

const BAR = 2.5
const WARM_UP = 5_000
const ROUNDS = 31
/** Enough that the processor's time, told in milliseconds, is exact. */
const RUNS = 10_000

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

const path = 'functions.xs'
const text = readFileSync(fileURLToPath(new URL(`../workspace/${path}`, import.meta.url)), 'utf8')
const stack = loadProgram(readWorkspace([{ path, text }])).function('fifty_steps')
if (stack === null) throw new Error('The workspace has no function "fifty_steps".')

const signal = new AbortController().signal
const limits = { deadline: 60_000, maxDepth: 100, maxText: 1e6, maxArray: 1e6 }
const request: Invocation['request'] = {
  method: 'GET',
  uri: '/',
  querystring: '',
  remoteIp: '',
  headers: {},
  authToken: null,
  datasource: 'live',
  branch: '',
  baseUrl: '',
  rawInput: {},
  rawBody: null,
  response: { status: null, headers: [] },
  after: [],
}
/** The stack only computes; it reads the clock for its inputs. */
const ports = { clock: { now: () => Date.now(), sleep: () => Promise.resolve() } } as Partial<Ports> as Ports

const runOnce = (n: number, trace: TraceSink | null) =>
  stack.run({ n }, { ports, request, auth: null, limits, signal, trace })

/** Microseconds of a processor a run, which others on this machine change less than those on the clock. */
async function measure(sink: () => TraceSink | null): Promise<number> {
  const start = process.cpuUsage()
  for (let run = 0; run < RUNS; run++) await runOnce(run, sink())
  const { user, system } = process.cpuUsage(start)
  return (user + system) / RUNS
}

const recorder = () => new TraceRecorder()
for (let run = 0; run < WARM_UP; run++) {
  await runOnce(run, null)
  await runOnce(run, recorder())
}
const fast: number[] = []
const traced: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  fast.push(await measure(() => null))
  traced.push(await measure(recorder))
}
const digits = (value: number) => Math.round(value * 100) / 100
/** At a quarter, half and three quarters of them. */
const quartiles = (values: readonly number[]): [number, number, number] => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => digits(sorted[Math.round((sorted.length - 1) * share)] ?? 0)
  return [at(0.25), at(0.5), at(0.75)]
}
const [least, ratio, most] = quartiles(fast.map((time, index) => (traced[index] ?? 0) / time))
const found = {
  name: '50 statements, traced',
  fast: quartiles(fast)[1],
  traced: quartiles(traced)[1],
  ratio,
  spread: [least, most],
  bar: BAR,
}
const missed = ratio > BAR && least > BAR
if (options.json) console.log(JSON.stringify(found))
else
  console.log(
    `${found.name}: fast ${found.fast} µs  traced ${found.traced} µs  ratio ${ratio} (${least}–${most})  bar ${BAR}  ${missed ? 'MISSED' : 'ok'}`,
  )
if (missed) process.exitCode = 1
