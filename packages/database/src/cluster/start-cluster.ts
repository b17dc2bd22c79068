import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { findBinaries, type Binaries } from './binaries.ts'
import { ClusterError } from './cluster-error.ts'
import { withLock } from './lock.ts'
import { canReach, chooseOwner, type Owner } from './owner.ts'
import { findPostmaster, startPostmaster, stopPostmaster, type Endpoint } from './postmaster.ts'
import { isAlive, processToken } from './process-token.ts'

export interface ClusterOptions {
  /** CAIRN_DATA_DIR; made when missing. */
  dataDirectory: string
  log: (line: string) => void
}

export interface Cluster {
  /** Of a superuser of this cluster, with its password: not for logs. */
  url: string
  /** Gives up our use of the server; whoever is last to do so stops it. Safe to call twice. */
  stop(): Promise<void>
}

const user = 'cairn'

/**
 * Starts the embedded PostgreSQL of a data directory, or joins the one that already runs there (started by another
 * process, or left by one that was killed). Each user of it leaves a file in `users/`, so that only the last one stops
 * it. Signals are the caller's: call `stop` from its own shutdown. Rejects with a ClusterError.
 */
export async function startCluster({ dataDirectory, log }: ClusterOptions): Promise<Cluster> {
  const base = resolve(dataDirectory)
  await mkdir(base, { recursive: true, mode: 0o700 })
  const { home, owner } = await settle(base, log)
  const lock = join(home, 'lock')
  return withLock(lock, async () => {
    const endpoint = await ensureRunning(home, owner, log)
    const ticket = await takeTicket(home)
    const password = await readFile(join(home, 'password'), 'utf8')
    let stopping: Promise<void> | null = null
    return {
      url: urlOf(endpoint, password),
      stop: () => (stopping ??= withLock(lock, () => leave(home, ticket))),
    }
  })
}

/** Where the cluster lives, made and owned: below the data directory unless its owner could not get there. */
async function settle(base: string, log: ClusterOptions['log']): Promise<{ home: string; owner: Owner | null }> {
  const near = join(base, 'postgres')
  const owner = await chooseOwner(join(near, 'data'))
  if (owner === null) {
    await mkdir(near, { recursive: true, mode: 0o700 })
    return { home: near, owner }
  }
  // Others may pass through our own folder, not list it; files of ours in it are 0600.
  const { mode } = await stat(base)
  await chmod(base, (mode & 0o777) | 0o011)
  const home = (await canReach(base, owner)) ? near : join('/var/lib/cairn', shortHash(base))
  if (home !== near) log(`PostgreSQL runs as uid ${owner.uid}, which cannot enter ${base}: its data is in ${home}`)
  await mkdir(dirname(home), { recursive: true })
  if (home !== near) await chmod(dirname(home), 0o711)
  await mkdir(home, { recursive: true, mode: 0o700 })
  const elsewhere = home === near ? owner : ((await chooseOwner(join(home, 'data'))) ?? owner)
  await chown(home, elsewhere.uid, elsewhere.gid)
  return { home, owner: elsewhere }
}

async function ensureRunning(home: string, owner: Owner | null, log: ClusterOptions['log']): Promise<Endpoint> {
  const data = join(home, 'data')
  const running = await findPostmaster(data)
  if (running !== null) return running.endpoint
  const binaries = await findBinaries(home, owner)
  await createData(home, data, binaries, owner, log)
  await checkVersion(data, binaries)
  const started = await startPostmaster(home, data, binaries, owner)
  log(`PostgreSQL ${binaries.version} runs on ${data}`)
  return started.endpoint
}

async function createData(
  home: string,
  data: string,
  binaries: Binaries,
  owner: Owner | null,
  log: ClusterOptions['log'],
): Promise<void> {
  if ((await stat(data).catch(() => null)) !== null) return
  log(`Creating a PostgreSQL cluster in ${home}`)
  const unfinished = join(home, 'data.unfinished')
  await rm(unfinished, { recursive: true, force: true })
  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(home, 'password.once')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (owner !== null) await chown(passwordFile, owner.uid, owner.gid)
  const args = ['-D', unfinished, '-U', user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=und']
  try {
    await promisify(execFile)(binaries.initdb, [...args, ...locale], { cwd: home, ...owner })
  } catch (cause) {
    throw new ClusterError('init_failed', 'PostgreSQL could not create its data directory.', {
      hint: (cause as { stderr?: string }).stderr ?? `See whether ${home} is writable.`,
      cause,
    })
  } finally {
    await rm(passwordFile, { force: true })
  }
  await writeFile(join(home, 'password'), password, { mode: 0o600 })
  await rename(unfinished, data)
}

async function checkVersion(data: string, binaries: Binaries): Promise<void> {
  const major = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  if (binaries.version.split('.')[0] === major) return
  throw new ClusterError('wrong_version', `${data} was made by PostgreSQL ${major}; this is ${binaries.version}.`, {
    hint: 'Dump it with the Cairn that made it, and load the dump into a new data directory.',
  })
}

let tickets = 0

async function takeTicket(home: string): Promise<string> {
  const folder = join(home, 'users')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  tickets += 1
  const file = join(folder, `${process.pid}-${tickets}`)
  await writeFile(file, processToken(process.pid), { mode: 0o600 })
  return file
}

async function leave(home: string, ticket: string): Promise<void> {
  await rm(ticket, { force: true })
  const folder = dirname(ticket)
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    if (isAlive(await readFile(file, 'utf8').catch(() => ''))) return
    await rm(file, { force: true })
  }
  const running = await findPostmaster(join(home, 'data'))
  if (running !== null) await stopPostmaster(running)
}

function urlOf(endpoint: Endpoint, password: string): string {
  if (endpoint.folder === null) return `postgresql://${user}:${password}@127.0.0.1:${endpoint.port}/postgres`
  return `postgresql://${user}:${password}@localhost:${endpoint.port}/postgres?host=${encodeURIComponent(endpoint.folder)}`
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
