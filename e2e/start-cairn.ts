import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A running Cairn with data of its own. */
export interface Cairn {
  url: string
  /** The one-time link that makes the owner. */
  setupLink: string
  stop(): Promise<void>
}

const program = join(import.meta.dirname, '../apps/server/dist/cairn.js')
const patience = 60_000

/** Starts the built server on a free port and an empty database. Rejects with what it said when it does not come up. */
export async function startCairn(): Promise<Cairn> {
  const data = await mkdtemp(join(tmpdir(), 'cairn-e2e-'))
  const server = spawn(process.execPath, [program, 'serve', '--ephemeral', '--port', '0', '--json'], {
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

async function addresses(server: ChildProcess, ended: Promise<void>): Promise<Pick<Cairn, 'url' | 'setupLink'>> {
  const said: string[] = []
  const late = AbortSignal.timeout(patience)
  const failed = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`Cairn did not start.\n${said.join('\n')}`))
    late.addEventListener('abort', fail, { once: true })
    void ended.then(fail)
  })
  const url = firstMatch(server.stdout, said, /"ready":true,"url":"([^"]+)"/)
  const setupLink = firstMatch(server.stderr, said, /^Create the owner: (\S+)$/)
  const [first, second] = await Promise.race([Promise.all([url, setupLink]), failed])
  return { url: first, setupLink: second }
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
