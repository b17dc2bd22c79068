import pg, { type PoolClient } from 'pg'
import type { Seal } from '../seal.ts'
import { addBatch, addRecordings, sealedPlace } from './add-batch.ts'
import { HourPartitions } from './hour-partitions.ts'
import { findRequest, listRequests, requestFigures } from './read-requests.ts'
import { placeOf } from './request-place.ts'
import { readRules, writeRule } from './recording-rules.ts'
import type { RequestHistory } from './request-types.ts'

/** PostgreSQL's code for a row that fits no partition. */
const NO_PARTITION = '23514'

/** History on connections of its own, so that a reader of a million rows holds up nothing but itself. */
export const createRequestHistory = (url: string, seal: Seal): RequestHistory => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    idleTimeoutMillis: 5_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 20_000,
    allowExitOnIdle: true,
  })
  pool.on('error', () => undefined)
  const partitions = new HourPartitions(pool)

  const transaction = async (work: (client: PoolClient) => Promise<void>): Promise<void> => {
    const client = await pool.connect()
    try {
      // What is lost when the machine fails is the last second of history: no reason to wait for its disk.
      await client.query('BEGIN; SET LOCAL synchronous_commit = off')
      await work(client)
      await client.query('COMMIT')
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  }

  return {
    async add(batch, recordings) {
      await partitions.make(batch.at)
      try {
        await transaction(async (client) => {
          await addBatch(client, batch)
          await addRecordings(client, seal, batch, recordings)
        })
      } catch (error) {
        if ((error as { code?: string }).code === NO_PARTITION) partitions.forget()
        throw error
      }
    },
    async addLost(lost, at) {
      await pool.query(
        `INSERT INTO cairn.lost_requests AS kept (workspace_id, at, lost)
         SELECT l.id, $3::timestamptz, l.lost FROM unnest($1::int[], $2::int[]) AS l (id, lost)
           JOIN cairn.workspace w ON w.id = l.id
         ON CONFLICT (workspace_id, at) DO UPDATE SET lost = kept.lost + excluded.lost`,
        [[...lost.keys()], [...lost.values()], new Date(at).toISOString()],
      )
    },
    async lostSince(workspaceId, from) {
      const { rows } = await pool.query<{ lost: number }>(
        `SELECT coalesce(sum(lost), 0)::float8 AS lost FROM cairn.lost_requests
         WHERE workspace_id = $1 AND at >= $2::timestamptz`,
        [workspaceId, new Date(from).toISOString()],
      )
      return rows[0]?.lost ?? 0
    },
    list: (workspaceId, filter, page) => listRequests(pool, workspaceId, filter, page),
    figures: (workspaceId, filter, slots) => requestFigures(pool, workspaceId, filter, slots),
    find: (workspaceId, place) => findRequest(pool, workspaceId, place),
    async recording(workspaceId, place) {
      const { from, to, batch, position } = placeOf(place)
      const { rows } = await pool.query<{ sealed: Buffer }>(
        `SELECT sealed FROM cairn.recording WHERE workspace_id = $1 AND at >= $2::timestamptz AND at <= $3::timestamptz
           AND batch = $4 AND position = $5`,
        [workspaceId, new Date(from).toISOString(), new Date(to).toISOString(), batch, position],
      )
      const [found] = rows
      return found === undefined ? null : seal.openBytes(found.sealed, sealedPlace(batch, position))
    },
    rules: (workspaceId) => readRules(pool, workspaceId ?? null),
    setRule: (endpoint, rule) => writeRule(pool, endpoint, rule),
    expire: async (retention, now) => {
      const oldest = new Date(now - retention.days * 24 * 3600_000).toISOString()
      await pool.query('DELETE FROM cairn.lost_requests WHERE at < $1::timestamptz', [oldest])
      return partitions.expire(retention, now)
    },
    close: () => pool.end(),
  }
}
