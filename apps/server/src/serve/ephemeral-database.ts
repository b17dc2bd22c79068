import { randomBytes } from 'node:crypto'
import { Pool, sessionOf, type Session } from '@cairn/database'

export interface EphemeralDatabase {
  url: string
  drop(): Promise<void>
}

const prefix = 'cairn_ephemeral_'
/** Any number that nothing else in the database locks by. */
const lockKey = 4_872_114

/**
 * A database of one's own on the server of `url`. Its owner holds a connection to it for as long as it lives: that is how
 * `sweepEphemeral` tells a database in use from one that a killed process left.
 */
export async function createEphemeral(url: string): Promise<EphemeralDatabase> {
  const name = prefix + randomBytes(8).toString('hex')
  const own = withDatabase(url, name)
  const holder = new Pool(own, { size: 1 })
  try {
    await withServer(url, (session) =>
      locked(session, async () => {
        await session.query(`create database ${name}`)
        await holder.lease()
      }),
    )
  } catch (error) {
    await holder.close()
    throw error
  }
  return {
    url: own,
    async drop() {
      await holder.close()
      await withServer(url, (session) => session.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** Drops the ephemeral databases on the server of `url` whose owners are gone. `log` is told of each. */
export async function sweepEphemeral(url: string, log: (line: string) => void): Promise<void> {
  await withServer(url, (session) =>
    locked(session, async () => {
      for (const name of await leftBehind(session)) {
        // Without force: should somebody connect after all, the database stays.
        await session.query(`drop database if exists ${name}`)
        log(`Dropped ${name}, which a process that was killed had left.`)
      }
    }),
  )
}

/** Those nobody is connected to and that we may drop. */
async function leftBehind(session: Session): Promise<string[]> {
  const rows = await session.query(
    `select datname as name from pg_database d
     where datname ~ '^${prefix}[0-9a-f]{16}$' and pg_has_role(datdba, 'USAGE')
       and not exists (select from pg_stat_activity a where a.datname = d.datname)`,
  )
  return rows.map(({ name }) => String(name))
}

/** Nobody sweeps between the making of a database and its owner's connection to it. */
async function locked<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.query(`select pg_advisory_lock(${lockKey})`)
  try {
    return await work()
  } finally {
    await session.query(`select pg_advisory_unlock(${lockKey})`)
  }
}

async function withServer<T>(url: string, work: (session: Session) => Promise<T>): Promise<T> {
  const pool = new Pool(url, { size: 1 })
  try {
    return await pool.withConnection((connection) => work(sessionOf(connection)))
  } finally {
    await pool.close()
  }
}

function withDatabase(url: string, name: string): string {
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}
