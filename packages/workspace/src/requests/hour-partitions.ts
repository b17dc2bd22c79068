import type { Pool, PoolClient } from 'pg'
import type { Retention } from './request-types.ts'

const HOUR = 3600_000
const DAY = 24 * HOUR
const PARENTS = ['request_batch', 'recording'] as const
/** Any number that nobody else locks; the same in every process. */
const LOCK = 7_227_460_002

const hourOf = (at: number): number => Math.floor(at / HOUR) * HOUR
/** `2026112415`, in UTC: sorted by name, partitions are sorted by time. */
const nameOf = (hour: number): string => new Date(hour).toISOString().replace(/\D/g, '').slice(0, 10)

/** The hours of `cairn.request_batch` and `cairn.recording`, a partition of each an hour. */
export class HourPartitions {
  readonly #pool: Pool
  /** Those known to be there. */
  readonly #there = new Set<number>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Makes what is missing for what begins at that time (epoch milliseconds). */
  async make(at: number): Promise<void> {
    const hour = hourOf(at)
    if (this.#there.has(hour)) return
    await this.#locked((client) => makeHour(client, hour))
    this.#there.add(hour)
  }

  /** A partition was not there after all: somebody dropped it. */
  forget(): void {
    this.#there.clear()
  }

  async expire({ days, bytes }: Retention, now: number): Promise<{ dropped: number }> {
    const hours = await this.#sizes()
    const current = nameOf(hourOf(now))
    const oldest = nameOf(hourOf(now - days * DAY))
    let total = [...hours.values()].reduce((sum, size) => sum + size, 0)
    let dropped = 0
    for (const [name, size] of hours) {
      if (name >= current || (name >= oldest && total <= bytes)) break
      await this.#locked((client) => dropHour(client, name))
      total -= size
      dropped++
    }
    if (dropped > 0) this.forget()
    return { dropped }
  }

  /** Bytes by hour, oldest first. */
  async #sizes(): Promise<Map<string, number>> {
    const { rows } = await this.#pool.query<{ hour: string; bytes: string }>(
      `SELECT right(c.relname, 10) AS hour, sum(pg_total_relation_size(c.oid)) AS bytes
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
       WHERE i.inhparent IN ('cairn.request_batch'::regclass, 'cairn.recording'::regclass) GROUP BY 1 ORDER BY 1`,
    )
    return new Map(rows.map(({ hour, bytes }) => [hour, Number(bytes)]))
  }

  /** One process at a time, and never waiting long for a reader: whoever adds requests comes right behind. */
  async #locked(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.#pool.connect()
    try {
      await client.query('BEGIN')
      await client.query(`SET LOCAL lock_timeout = '3s'`)
      await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
      await work(client)
      await client.query('COMMIT')
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  }
}

/** Made apart and then attached, which lets others read and write the parent meanwhile. */
const makeHour = async (client: PoolClient, hour: number): Promise<void> => {
  for (const parent of PARENTS) {
    const name = `${parent}_${nameOf(hour)}`
    const { rows } = await client.query('SELECT 1 WHERE to_regclass($1) IS NOT NULL', [`cairn.${name}`])
    if (rows.length > 0) continue
    const [from, to] = [new Date(hour).toISOString(), new Date(hour + HOUR).toISOString()]
    await client.query(`CREATE TABLE cairn.${name} (LIKE cairn.${parent} INCLUDING ALL)`)
    await client.query(
      `ALTER TABLE cairn.${parent} ATTACH PARTITION cairn.${name} FOR VALUES FROM ('${from}') TO ('${to}')`,
    )
  }
}

const dropHour = async (client: PoolClient, name: string): Promise<void> => {
  for (const parent of PARENTS) await client.query(`DROP TABLE IF EXISTS cairn.${parent}_${name}`)
}
