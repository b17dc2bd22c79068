import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../setup/root.mjs'

const patience = 60_000

/**
 * Serves a workspace folder from a database of its own while `use` runs, with what the server said once it was ready, the
 * seconds that took, and its lines so far. Rejects when it does not come up.
 */
export async function serveFolder(folder, canonicals, use) {
  const data = await mkdtemp(join(tmpdir(), 'cairn-corpus-'))
  const flags = Object.entries(canonicals).flatMap(([name, segment]) => ['--canonical', `${name}=${segment}`])
  const args = ['serve', '--workspace', folder, '--ephemeral', '--port', '0', '--json', ...flags]
  const started = performance.now()
  const server = spawn(process.execPath, [join(root, 'apps/server/dist/cairn.js'), ...args], {
    env: { ...process.env, CAIRN_DATA_DIR: data, DATABASE_URL: '', REDIS_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(server, 'close')
  const lines = []
  createInterface({ input: server.stderr }).on('line', (line) => lines.push(line))
  try {
    const ready = await readyLine(server, closed, lines)
    await use({ ...ready, seconds: (performance.now() - started) / 1000, lines })
  } finally {
    server.kill('SIGTERM')
    await closed
    await rm(data, { recursive: true, force: true })
  }
}

async function readyLine(server, closed, lines) {
  const output = createInterface({ input: server.stdout })
  const late = AbortSignal.timeout(patience)
  const failure = (what) => new Error(`${what}: ${lines.at(-1) ?? 'it said nothing'}`)
  const line = await Promise.race([
    once(output, 'line').then(([text]) => text),
    closed.then(() => Promise.reject(failure('The server ended'))),
    once(late, 'abort').then(() => Promise.reject(failure(`Not ready after ${patience / 1000} s`))),
  ])
  return JSON.parse(line)
}
