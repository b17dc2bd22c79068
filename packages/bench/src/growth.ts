/**
 * `npm run bench -- --growth [--json]`: how cost grows with a workspace. For 10, 100, 1,000 and 5,000 endpoints: time to
 * be ready, resident memory when idle, requests a second to the last endpoint, and p99 at 32 and 256 connections.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startCluster } from '@cairn/database'
import { runScript, startServer, usage } from './measure/processes.ts'
import type { LoadOptions, LoadResult } from './measure/load-options.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

interface Growth {
  endpoints: number
  workers: number
  /** Milliseconds. */
  ready: number
  /** MB resident, idle. */
  memory: number
  /** Requests a second at 32 connections. */
  rate: number
  p99at32: number
  p99at256: number
}

const endpoint = (index: number) => `query "things/${index}/{id}" verb=GET {
  api_group = "growth"

  input {
    int id
    text note? filters=trim
  }

  stack {
    var $total {
      value = $input.id + ${index}
    }

    conditional {
      if ($input.note != null) {
        var.update $total {
          value = $total + 1
        }
      }
    }
  }

  response = {total: $total, index: ${index}}
}`

async function writeWorkspace(folder: string, endpoints: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'group.xs'), 'api_group growth {\n  canonical = "growth"\n}\n')
  for (let index = 0; index < endpoints; index++)
    await writeFile(join(folder, `endpoint_${index}.xs`), `${endpoint(index)}\n`)
}

async function measure(url: string, folder: string, endpoints: number, workers: number): Promise<Growth> {
  const workspace = join(folder, String(endpoints))
  await writeWorkspace(workspace, endpoints)
  const args = [
    here('../../../apps/server/dist/cairn.js'),
    'serve',
    '--workspace',
    workspace,
    '--ephemeral',
    '--port',
    '0',
    '--json',
  ]
  if (workers > 1) args.push('--workers', String(workers))
  const server = await startServer(args, {
    cpu: null,
    env: { DATABASE_URL: url, CAIRN_DATA_DIR: join(folder, 'cairn') },
  })
  try {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const memory = usage(server.pid).memory
    const port = Number(new URL(String(server.ready['url'])).port)
    const request = `GET /api:growth/things/${endpoints - 1}/7 HTTP/1.1\r\nHost: localhost\r\n\r\n`
    const load = (connections: number) => {
      const options: LoadOptions = { host: '127.0.0.1', port, requests: [request], connections, seconds: 3 }
      return runScript<LoadResult>([here('./load.js')], options, null)
    }
    await load(8)
    const few = await load(32)
    const many = await load(256)
    if (few.failed + many.failed > 0)
      throw new Error(`${few.failed + many.failed} requests failed with ${endpoints} endpoints`)
    return {
      endpoints,
      workers,
      ready: Math.round(server.readyAfter),
      memory: Math.round(memory),
      rate: Math.round(few.requests / few.seconds),
      p99at32: Math.round(few.p99 * 10) / 10,
      p99at256: Math.round(many.p99 * 10) / 10,
    }
  } finally {
    await server.stop()
  }
}

const json = process.argv.includes('--json')
const folder = await mkdtemp(join(tmpdir(), 'cairn-growth-'))
const cluster = await startCluster({ dataDirectory: folder, log: () => {} })
const rows: Growth[] = []

/** Measures and shows at once: the whole takes minutes. */
async function keep(endpoints: number, workers: number): Promise<void> {
  const row = await measure(cluster.url, folder, endpoints, workers)
  rows.push(row)
  if (json) return
  const cells = [
    String(endpoints).padStart(9),
    String(workers).padStart(7),
    `${row.ready} ms`.padStart(11),
    `${row.memory} MB`.padStart(11),
    String(row.rate).padStart(10),
    `${row.p99at32.toFixed(1)} ms`.padStart(9),
    `${row.p99at256.toFixed(1)} ms`.padStart(10),
  ]
  console.log(cells.join('  '))
}

if (!json) console.log('endpoints  workers  ready after  idle memory  requests/s  p99 at 32  p99 at 256 connections')
try {
  for (const endpoints of [10, 100, 1000, 5000]) await keep(endpoints, 1)
  await keep(100, 2)
} finally {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
if (json) console.log(JSON.stringify(rows, null, 2))
