import { Pool, sessionOf } from '@cairn/database'
import { StartError } from './start-error.ts'

/** The oldest PostgreSQL whose SQL Cairn speaks. */
const oldest = 14

/** Rejects with a StartError, which never holds the password, when `DATABASE_URL` names no PostgreSQL that can be used. */
export async function reachDatabase(url: string): Promise<void> {
  const place = placeOf(url)
  const version = await serverVersion(url).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StartError(`The PostgreSQL of DATABASE_URL, ${place}, cannot be used: ${reason}`, { cause })
  })
  if (version >= oldest * 10_000) return
  throw new StartError(`${place} is PostgreSQL ${Math.floor(version / 10_000)}; Cairn needs ${oldest} or newer.`)
}

async function serverVersion(url: string): Promise<number> {
  const pool = new Pool(url, { size: 1 })
  try {
    const [row] = await sessionOf(pool).query(`select current_setting('server_version_num') as version`)
    return Number(row?.['version'])
  } finally {
    await pool.close()
  }
}

function placeOf(url: string): string {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new StartError('DATABASE_URL must look like postgresql://user:password@host:5432/database.')
  }
  const { host, pathname } = new URL(url)
  return host + pathname
}
