import type { Pool } from 'pg'

/** What an endpoint did within an hour. */
export interface EndpointHour {
  group: string
  verb: string
  path: string
  /** Its beginning. */
  hour: Date
  requests: number
  /** Answered with a status of 400 or more. */
  errors: number
  totalMs: number
  slowestMs: number
}

/** How long hours are kept. */
const KEPT_DAYS = 30

/** Requests counted per endpoint and hour, with plain SQL: a process that only serves never loads Prisma. */
export interface EndpointHours {
  /** Adds what a process counted to what others did. A workspace that is gone is passed over. */
  add(counted: readonly (EndpointHour & { workspaceId: number })[]): Promise<void>
  since(workspaceId: number, from: Date): Promise<EndpointHour[]>
}

export const createEndpointHours = (pool: Pool): EndpointHours => ({
  async add(counted) {
    const latest = counted.at(-1)?.hour
    if (latest === undefined) return
    await pool.query(
      `INSERT INTO cairn.endpoint_hour AS kept
         (workspace_id, group_name, verb, path, hour, requests, errors, total_ms, slowest_ms)
       SELECT c.* FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::int[], $7::int[],
           $8::float8[], $9::float8[]) AS c (workspace_id)
         JOIN cairn.workspace w ON w.id = c.workspace_id
       ON CONFLICT (workspace_id, group_name, verb, path, hour) DO UPDATE SET
         requests = kept.requests + excluded.requests, errors = kept.errors + excluded.errors,
         total_ms = kept.total_ms + excluded.total_ms, slowest_ms = greatest(kept.slowest_ms, excluded.slowest_ms)`,
      [
        counted.map((one) => one.workspaceId),
        counted.map((one) => one.group),
        counted.map((one) => one.verb),
        counted.map((one) => one.path),
        counted.map((one) => one.hour.toISOString()),
        counted.map((one) => one.requests),
        counted.map((one) => one.errors),
        counted.map((one) => one.totalMs),
        counted.map((one) => one.slowestMs),
      ],
    )
    await pool.query('DELETE FROM cairn.endpoint_hour WHERE hour < $1', [
      new Date(latest.getTime() - KEPT_DAYS * 24 * 3600_000).toISOString(),
    ])
  },
  async since(workspaceId, from) {
    const { rows } = await pool.query<EndpointHour>(
      `SELECT group_name AS "group", verb, path, hour, requests, errors, total_ms AS "totalMs", slowest_ms AS "slowestMs"
       FROM cairn.endpoint_hour WHERE workspace_id = $1 AND hour >= $2 ORDER BY hour, group_name, path, verb`,
      [workspaceId, from.toISOString()],
    )
    return rows
  },
})
