import { spawn } from 'node:child_process'
import { open, readFile, rm, stat } from 'node:fs/promises'
import { createServer, connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import type { Binaries } from './binaries.ts'
import { ClusterError } from './cluster-error.ts'
import type { Owner } from './owner.ts'
import { isAlive, processToken } from './process-token.ts'

/** Where a running server listens: a socket in `folder`, or a port of 127.0.0.1. */
export type Endpoint = { folder: string; port: number } | { folder: null; port: number }

/** A server that accepts connections. */
export interface Postmaster {
  pid: number
  endpoint: Endpoint
}

const socketPort = 5432
/** A Unix socket's path holds 107 bytes on Linux, 103 on macOS. */
const longestSocket = 103
const logBytes = 10_000_000

/** The server that runs on `data`, or null. Waits for one that is still starting. */
export async function findPostmaster(data: string): Promise<Postmaster | null> {
  for (;;) {
    const file = await readPidFile(data)
    if (file === null || !isPostgres(file.pid)) return null
    if (file.ready && (await accepts(file.endpoint))) return { pid: file.pid, endpoint: file.endpoint }
    await sleep(20)
  }
}

/** Starts a server on `data` in a session of its own, so that Ctrl-C in our terminal is not also sent to it. */
export async function startPostmaster(
  home: string,
  data: string,
  binaries: Binaries,
  owner: Owner | null,
): Promise<Postmaster> {
  // What `kill -9` or a power cut left; findPostmaster said that nobody is behind it.
  await rm(join(data, 'postmaster.pid'), { force: true })
  const endpoint = await chooseEndpoint(home)
  const logFile = join(home, 'postgres.log')
  const oversized = ((await stat(logFile).catch(() => null))?.size ?? 0) > logBytes
  const log = await open(logFile, oversized ? 'w' : 'a', 0o600)
  const logStart = (await log.stat()).size
  const server = spawn(binaries.postgres, ['-D', data, ...settings(endpoint)], {
    cwd: home,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...owner,
  })
  const failed = new Promise<Error | 'exit'>((resolve) => {
    server.once('error', resolve)
    server.once('exit', () => resolve('exit'))
  })
  server.unref()
  await log.close()
  for (;;) {
    const file = await readPidFile(data)
    if (file !== null && file.ready && file.pid === server.pid && (await accepts(endpoint))) {
      return { pid: file.pid, endpoint }
    }
    const outcome = await Promise.race([failed, sleep(10)])
    if (outcome === undefined) continue
    const said = (await readFile(logFile, 'utf8')).slice(logStart).trim().split('\n').slice(-5).join('\n')
    throw new ClusterError('start_failed', `PostgreSQL did not start:\n${said}`, {
      cause: outcome,
      hint: `See ${logFile}.`,
    })
  }
}

/** Asks the server to end its sessions and stop, and waits until it has. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  const token = processToken(postmaster.pid)
  if (!isAlive(token)) return
  process.kill(postmaster.pid, 'SIGINT')
  while (isAlive(token) && isPostgres(postmaster.pid)) await sleep(10)
}

function settings(endpoint: Endpoint): string[] {
  const given: Record<string, string | number> = {
    listen_addresses: endpoint.folder === null ? '127.0.0.1' : '',
    unix_socket_directories: endpoint.folder ?? '',
    unix_socket_permissions: '0700',
    port: endpoint.port,
    max_connections: 200,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
  return Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function chooseEndpoint(home: string): Promise<Endpoint> {
  const socket = join(home, `.s.PGSQL.${socketPort}`)
  if (process.platform !== 'win32' && Buffer.byteLength(socket) <= longestSocket) {
    return { folder: home, port: socketPort }
  }
  return { folder: null, port: await freePort() }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/** postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, state; a line each. */
async function readPidFile(data: string): Promise<(Postmaster & { ready: boolean }) | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n')
  const folder = lines[4] === '' ? null : (lines[4] ?? null)
  return {
    pid: Number.parseInt(lines[0] ?? '', 10),
    endpoint: { folder, port: Number(lines[3]) },
    ready: lines[7]?.trim() === 'ready',
  }
}

/** Whether that process runs and, where the system can tell, is a PostgreSQL server and not a stranger with its number. */
function isPostgres(pid: number): boolean {
  if (!isAlive(processToken(pid))) return false
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return process.platform !== 'linux'
  }
}

/** The request for encryption: any PostgreSQL server answers it with one byte, before anybody signs in. */
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

/** Whether a server answers there. A socket that only opens proves nothing: the kernel keeps one of a killed server open. */
function accepts(endpoint: Endpoint): Promise<boolean> {
  return new Promise((resolve) => {
    const socket =
      endpoint.folder === null
        ? connect(endpoint.port, '127.0.0.1')
        : connect(join(endpoint.folder, `.s.PGSQL.${endpoint.port}`))
    socket.once('connect', () => socket.write(sslRequest))
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(false)).once('close', () => resolve(false))
    socket.once('data', () => socket.destroy())
  })
}
