import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startCluster } from '@cairn/database'
import pg from 'pg'
import { startServer, type Running } from './measure/processes.ts'
import type { Target } from './scenarios.ts'

interface Side {
  server: Running
  port: number
  target: Target
}

export interface Servers {
  cairn: Side
  baseline: Side
  stop(): Promise<void>
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const serverCpu = cpus().length > 1 ? 0 : null

/** Both servers on one PostgreSQL of their own (or the one `DATABASE_URL` names), each with its own database and data. */
export async function startServers(): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'))
  const cluster =
    process.env['DATABASE_URL'] === undefined ? await startCluster({ dataDirectory: folder, log: () => {} }) : null
  const url = cluster?.url ?? process.env['DATABASE_URL']!
  const baselineUrl = await freshDatabase(url, 'cairn_bench_baseline')
  const baseline = await startServer([here('./baseline.js')], { cpu: serverCpu, env: { DATABASE_URL: baselineUrl } })
  const cairn = await startServer(
    [
      here('../../../apps/server/dist/cairn.js'),
      'serve',
      '--workspace',
      here('../workspace'),
      '--ephemeral',
      '--port',
      '0',
      '--json',
    ],
    { cpu: serverCpu, env: { DATABASE_URL: url, CAIRN_DATA_DIR: join(folder, 'cairn') } },
  )
  const base = new URL(String(cairn.ready['url']))
  await ask(`${base.origin}/api:bench/seed`, {})
  const credentials = { email: 'admin@example.com', password: 'Secret123' }
  const cairnToken = await ask(`${base.origin}/api:bench/login`, credentials)
  const baselinePort = Number(baseline.ready['port'])
  const baselineToken = await ask(`http://127.0.0.1:${baselinePort}/login`, credentials)
  return {
    cairn: {
      server: cairn,
      port: Number(base.port),
      target: { prefix: '/api:bench', token: String(cairnToken['authToken']) },
    },
    baseline: {
      server: baseline,
      port: baselinePort,
      target: { prefix: '', token: String(baselineToken['authToken']) },
    },
    async stop() {
      await Promise.all([cairn.stop(), baseline.stop()])
      await dropDatabase(url, 'cairn_bench_baseline')
      await cluster?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function ask(url: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

export async function dropDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`drop database if exists "${name}" with (force)`)
  await client.end()
}

export async function freshDatabase(url: string, name: string): Promise<string> {
  await dropDatabase(url, name)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database "${name}"`)
  await client.end()
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.href
}
