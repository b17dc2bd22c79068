import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** What the server says once it is ready. */
interface Ready {
  url: string
  groups: { name: string; canonical: string; url: string }[]
  tables: string[]
}

/** A running Cairn with data of its own. */
export interface Cairn extends Ready {
  /** The one-time link that makes the owner. */
  setupLink: string
  stop(): Promise<void>
}

const program = join(import.meta.dirname, '../apps/server/dist/cairn.js')
const patience = 60_000

/**
 * Starts the built server on a free port and an empty database, with a workspace folder in it when one is named. Rejects
 * with what it said when it does not come up.
 */
export async function startCairn(workspace?: string): Promise<Cairn> {
  const data = await mkdtemp(join(tmpdir(), 'cairn-e2e-'))
  const load = workspace === undefined ? [] : ['--workspace', workspace]
  const server = spawn(process.execPath, [program, 'serve', ...load, '--ephemeral', '--port', '0', '--json'], {
    env: { ...process.env, CAIRN_DATA_DIR: data, DATABASE_URL: '', REDIS_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()))
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
  try {
    return { ...(await addresses(server, ended)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function addresses(server: ChildProcess, ended: Promise<void>): Promise<Omit<Cairn, 'stop'>> {
  const said: string[] = []
  const late = AbortSignal.timeout(patience)
  const failed = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`Cairn did not start.\n${said.join('\n')}`))
    late.addEventListener('abort', fail, { once: true })
    void ended.then(fail)
  })
  const ready = firstMatch(server.stdout, said, /^(\{"ready":true,.*\})$/)
  const setupLink = firstMatch(server.stderr, said, /^Create the owner: (\S+)$/)
  const [line, link] = await Promise.race([Promise.all([ready, setupLink]), failed])
  return { ...(JSON.parse(line) as Ready), setupLink: link }
}

/** What the pattern finds in the first line that has it; all lines go to `said`. */
function firstMatch(stream: ChildProcess['stdout'], said: string[], pattern: RegExp): Promise<string> {
  if (stream === null) throw new Error('The server has no output to read.')
  return new Promise((resolve) => {
    createInterface(stream).on('line', (line) => {
      said.push(line)
      const found = pattern.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
}
