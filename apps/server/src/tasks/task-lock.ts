import { Pool, sessionOf } from '@cairn/database'

/** Sees to it that a task runs once at a time over all processes. */
export interface TaskLocks {
  /** Runs `work` unless the lock of that name is held anywhere; says whether it did. */
  alone(name: string, work: () => Promise<void>): Promise<boolean>
  close(): Promise<void>
}

/** Advisory locks of PostgreSQL, each on a session of its own: one goes with its process, however that ends. */
export function openTaskLocks(url: string): TaskLocks {
  const pool = new Pool(url, { size: 20 })
  return {
    async alone(name, work) {
      const lease = await pool.lease()
      const session = sessionOf(lease.connection)
      const key = `hashtextextended($1, 0)`
      try {
        const [row] = await session.query(`select pg_try_advisory_lock(${key})::text as held`, [name])
        if (row?.['held'] !== 'true') return false
        try {
          await work()
        } finally {
          await session.query(`select pg_advisory_unlock(${key})::text`, [name])
        }
        return true
      } finally {
        lease.release()
      }
    },
    close: () => pool.close(),
  }
}
