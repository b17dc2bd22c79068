import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const command = fileURLToPath(new URL('../../dist/cairn.js', import.meta.url))

interface Ready {
  ready: true
  url: string
  groups: { name: string; canonical: string; url: string }[]
  tables: string[]
}

export interface ServedProcess {
  ready: Ready
  pid: number
  /** The one-time link that makes the owner. */
  setupLink(): Promise<string>
  /** Kills the server and its PostgreSQL with SIGKILL, as a power cut would. */
  cutPower(): Promise<void>
  /** SIGKILL for the server alone. */
  kill(): Promise<void>
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>
}

/** A data directory that goes when the test ends. Made first, so that it goes after what uses it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-serve-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** `cairn serve --json --port 0 …` of the bundle, on a data directory and, unless `env` says otherwise, its PostgreSQL. */
export async function startServe(
  place: string | { folder: string; env: Record<string, string> },
  ...args: string[]
): Promise<ServedProcess> {
  const { folder: dataDirectory, env: given } = typeof place === 'string' ? { folder: place, env: {} } : place
  const { DATABASE_URL: _url, REDIS_URL: _redis, ...env } = process.env
  const child = spawn(process.execPath, [command, 'serve', '--json', '--port', '0', ...args], {
    env: { ...env, CAIRN_DATA_DIR: dataDirectory, ...given },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => stopProcess(child).then(() => undefined))
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return {
    ready: await readReady(child, () => said),
    pid: child.pid!,
    async setupLink() {
      for (;;) {
        const link = /^Create the owner: (\S+)$/m.exec(said)?.[1]
        if (link !== undefined) return link
        await once(child.stderr, 'data')
      }
    },
    async cutPower() {
      const postmaster = Number(
        readFileSync(join(dataDirectory, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0],
      )
      process.kill(postmaster, 'SIGKILL')
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    stop: () => stopProcess(child),
  }
}

async function readReady(child: ChildProcess, said: () => string): Promise<Ready> {
  for await (const line of createInterface({ input: child.stdout! })) return JSON.parse(line) as Ready
  throw new Error(`serve ended before it was ready:\n${said()}`)
}

async function stopProcess(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = (await ended) as [number | null]
  return code
}
