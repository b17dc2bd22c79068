import { readFile, stat } from 'node:fs/promises'
import { dirname, parse } from 'node:path'
import { ClusterError } from './cluster-error.ts'

/** Whom the server runs as. */
export interface Owner {
  uid: number
  gid: number
}

/**
 * Whom PostgreSQL, which refuses to run as root, should run as: null when we are an ordinary user (then it is us), else
 * the owner of an existing cluster, else the system's `nobody`. initdb needs an account that exists, so none is made up.
 */
export async function chooseOwner(cluster: string): Promise<Owner | null> {
  if (process.getuid?.() !== 0) return null
  const existing = await stat(cluster).catch(() => null)
  if (existing !== null && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid }
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts)
  if (nobody !== null) return { uid: Number(nobody[1]), gid: Number(nobody[2]) }
  throw new ClusterError(
    'no_owner',
    'PostgreSQL does not run as root, and there is no account "nobody" to run it as.',
    {
      hint: 'Start Cairn as an ordinary user, or set DATABASE_URL to a server of your own.',
    },
  )
}

/** Whether `owner` may enter every folder on the way to `path`, and `path` itself. */
export async function canReach(path: string, owner: Owner): Promise<boolean> {
  const { root } = parse(path)
  for (let folder = path; ; folder = dirname(folder)) {
    const { uid, gid, mode } = await stat(folder)
    const bits = uid === owner.uid ? mode >> 6 : gid === owner.gid ? mode >> 3 : mode
    if ((bits & 0o1) === 0) return false
    if (folder === root) return true
  }
}
