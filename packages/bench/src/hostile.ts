/**
 * `npm run bench -- --hostile [--only TEXT] [--attackers N] [--seconds N] [--heavy] [--json]`: what a second client notices while
 * others send work that would never end or take all there is. Exit code 1 when its p99 passes the bar, or when an attack
 * is not stopped with an error of its own.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startCluster } from '@cairn/database'
import { attacks, type Attack } from './hostile-attacks.ts'
import type { LoadOptions, LoadResult } from './measure/load-options.ts'
import { runScript, startServer } from './measure/processes.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    attackers: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '4' },
    heavy: { type: 'boolean', default: false },
  },
})
const attackers = Number(options.attackers)
const seconds = Number(options.seconds)
/** Milliseconds. */
const bar = 250
/** Milliseconds an attack may take: the deadline of a request, and as long again for those that came at once. */
const patience = 180_000

interface Row {
  attack: string
  /** Milliseconds, of the second client. */
  p50: number
  p99: number
  /** Requests a second, of the second client. */
  rate: number
  /** Attacks that were answered while it was looked at. */
  answered: number
  ended: string
  ok: boolean
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const pathOf = (attack: Attack) => `attack/${attacks.indexOf(attack)}`

function workspace(): string {
  const endpoint = (path: string, stack: string, response: string) =>
    `query "${path}" verb=GET {\n api_group = "hostile"\n input {\n }\n stack {\n${stack}\n }\n response = ${response}\n}`
  return [
    'api_group hostile {\n canonical = "hostile"\n}',
    'table item {\n auth = false\n schema {\n int id\n text name\n }\n index = [{type: "primary", field: [{name: "id"}]}]\n}',
    'function deep {\n input {\n int n\n }\n stack {\n function.run deep {\n input = {n: $input.n + 1}\n } as $x\n }\n response = 1\n}',
    endpoint('add', 'db.add item {\n data = {name: "one"}\n} as $item', '$item'),
    endpoint('computed', 'var $sum {\n value = (1..10)|sum\n}', '{sum: $sum}'),
    endpoint('stored', 'db.get item {\n field_name = "id"\n field_value = 1\n} as $item', '$item'),
    ...attacks.map((attack) => endpoint(pathOf(attack), attack.stack, '1')),
  ].join('\n---\n')
}

interface Answer {
  status: number
  message: string
}

async function ask(url: string): Promise<Answer> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) })
    const body = (await answer.json()) as { message?: unknown } | null
    return { status: answer.status, message: typeof body?.message === 'string' ? body.message : '' }
  } catch (error) {
    return { status: 0, message: String(error) }
  }
}

/** Sends the attack from several clients, again as soon as it is answered, until `signal` is set off. */
function keepAttacking(url: string, signal: AbortSignal, answers: Answer[]): Promise<unknown> {
  const attack = async () => {
    while (!signal.aborted) answers.push(await ask(url))
  }
  return Promise.all(Array.from({ length: attackers }, attack))
}

function secondClient(port: number): Promise<LoadResult> {
  const request = (path: string) => `GET /api:hostile/${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`
  const load: LoadOptions = {
    host: '127.0.0.1',
    port,
    requests: [request('computed'), request('stored')],
    connections: 2,
    seconds,
  }
  return runScript<LoadResult>([here('./load.js')], load, null)
}

/** Why an attack's answers are not what they should be, or what they were. */
function verdict({ stops }: Attack, answers: readonly Answer[]): { ended: string; ok: boolean } {
  const wrong = answers.find(({ status, message }) =>
    stops === null ? status !== 200 && status !== 500 : status !== 500 || !stops.test(message),
  )
  const shown = wrong ?? answers[0] ?? { status: 0, message: 'no answer' }
  return {
    ended: `${shown.status} ${shown.message}`.trim().slice(0, 70),
    ok: answers.length > 0 && wrong === undefined,
  }
}

async function measure(
  attack: Attack,
  origin: string,
): Promise<{ load: LoadResult; answers: Answer[]; rest: Promise<unknown> }> {
  const answers: Answer[] = []
  const stop = new AbortController()
  const rest = keepAttacking(`${origin}/api:hostile/${pathOf(attack)}`, stop.signal, answers)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const load = await secondClient(Number(new URL(origin).port))
  stop.abort()
  return { load, answers, rest }
}

function rowOf(name: string, load: LoadResult, answered: number, end: { ended: string; ok: boolean }): Row {
  const p99 = Math.round(load.p99 * 10) / 10
  const ok = end.ok && p99 < bar && load.failed === 0
  const rate = Math.round(load.requests / load.seconds)
  return { attack: name, p50: Math.round(load.p50 * 10) / 10, p99, rate, answered, ended: end.ended, ok }
}

function show(row: Row): void {
  if (options.json) return
  const cells = [
    row.attack.padEnd(38),
    `p50 ${row.p50.toFixed(1).padStart(7)} ms`,
    `p99 ${row.p99.toFixed(1).padStart(7)} ms`,
    `${String(row.rate).padStart(6)}/s`,
    row.ok ? 'ok    ' : 'MISSED',
    row.ended,
  ]
  console.log(cells.join('  '))
}

async function run(origin: string): Promise<Row[]> {
  const rows: Row[] = []
  const keep = (row: Row) => {
    rows.push(row)
    show(row)
  }
  await ask(`${origin}/api:hostile/add`)
  await secondClient(Number(new URL(origin).port))
  const quiet = rowOf('no attack', await secondClient(Number(new URL(origin).port)), 0, { ended: '', ok: true })
  keep(quiet)
  if (quiet.p99 > bar / 5) console.error(`The machine is busy: without an attack p99 is ${quiet.p99} ms already.`)
  const chosen = attacks.filter(({ name, heavy }) => (options.heavy || heavy !== true) && name.includes(options.only))
  for (const attack of chosen) {
    const { load, answers, rest } = await measure(attack, origin)
    const answered = answers.length
    await rest
    keep(rowOf(attack.name, load, answered, verdict(attack, answers)))
  }
  return rows
}

const folder = await mkdtemp(join(tmpdir(), 'cairn-hostile-'))
const cluster = await startCluster({ dataDirectory: folder, log: () => {} })
try {
  await mkdir(join(folder, 'workspace'))
  await writeFile(join(folder, 'workspace', 'hostile.xs'), workspace())
  const server = await startServer(
    [
      here('../../../apps/server/dist/cairn.js'),
      'serve',
      '--workspace',
      join(folder, 'workspace'),
      '--ephemeral',
      '--port',
      '0',
      '--json',
    ],
    { cpu: null, env: { DATABASE_URL: cluster.url, CAIRN_DATA_DIR: join(folder, 'cairn') } },
  )
  try {
    const rows = await run(new URL(String(server.ready['url'])).origin)
    if (options.json) console.log(JSON.stringify(rows, null, 2))
    if (rows.some(({ ok }) => !ok)) process.exitCode = 1
  } finally {
    await server.stop()
  }
} finally {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
