import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

const parent = 'ephemeral'

/** A folder of stored files for this process alone; its name says whose it is. The caller removes it. */
export async function createEphemeralFiles(dataDirectory: string): Promise<string> {
  const place = join(dataDirectory, parent)
  await mkdir(place, { recursive: true, mode: 0o700 })
  return mkdtemp(join(place, `${ownerPrefix()}${process.pid}-`))
}

/** Removes the folders that processes of this machine left when they were killed; those of other machines stay. */
export async function sweepEphemeralFiles(dataDirectory: string): Promise<void> {
  const place = join(dataDirectory, parent)
  const names = await readdir(place).catch(() => [])
  const own = ownerPrefix()
  for (const name of names) {
    if (!name.startsWith(own)) continue
    const pid = Number(/^\d+(?=-)/.exec(name.slice(own.length))?.[0])
    if (Number.isInteger(pid) && !lives(pid)) await rm(join(place, name), { recursive: true, force: true })
  }
}

/** Machines may share a data directory, and their process ids say nothing of each other. */
function ownerPrefix(): string {
  return `${hostname().replaceAll(/[^\w.]/g, '_')}-`
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
