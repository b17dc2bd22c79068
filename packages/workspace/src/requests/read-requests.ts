import type { Pool } from 'pg'
import { BATCH_SPAN, placeOf } from './request-place.ts'
import type { PastRequest, RequestFigures, RequestFilter, RequestPlace, RequestSlot } from './request-types.ts'

/** Figures are of at most so many requests, the newest: more would take a reader seconds. */
const MOST_COUNTED = 200_000
/** Batches that are looked into first; each further look takes four times as many. */
const FIRST_LOOK = 100

/** Batches with their beginning in epoch milliseconds. */
const BATCHES = `SELECT b.*, (extract(epoch FROM b.at) * 1000)::float8 AS began FROM cairn.request_batch b`
/** The requests of batches `b`, a row each. */
const ROWS = `unnest(b.kind, b.after, b.status, b.us, b.size, b.path, b.user_id) WITH ORDINALITY
  AS u (kind, after, status, us, size, path, user_id, n)`
/** As `ROWS`, without the texts, which cost more than the numbers do. */
const NUMBERS = `unnest(b.kind, b.after, b.status, b.us) WITH ORDINALITY AS u (kind, after, status, us, n)`
const MORE = `LATERAL (SELECT b.kinds -> u.kind AS k, b.details -> (u.n - 1)::text AS d)`

const COLUMNS = `b.id || '-' || (u.n - 1) AS id, b.began + u.after AS at,
  k ->> 'branch' AS branch, k ->> 'datasource' AS datasource, k ->> 'group' AS "group", k ->> 'route' AS route,
  k ->> 'method' AS method, coalesce(u.path, k ->> 'route') AS path, u.status, u.us / 1000.0::float8 AS ms, u.size,
  k ->> 'userTable' AS "userTable", u.user_id AS "userId", d ->> 'error' AS error, d ->> 'errorAt' AS "errorAt",
  coalesce((d ->> 'recorded')::boolean, false) AS recorded`

/** Conditions on a batch that say which may hold a match, and on each request in it. */
interface Matching {
  batches: string
  requests: string
  values: unknown[]
}

const ANSWERS = {
  ok: 'u.status < 400',
  error: 'u.status >= 400',
  client_error: 'u.status >= 400 AND u.status < 500',
  server_error: 'u.status >= 500',
} satisfies Record<NonNullable<RequestFilter['answer']>, string>

const time = (at: number): string => new Date(at).toISOString()

/** A pattern of what has that text in it. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const looksAtTexts = (filter: RequestFilter): filter is RequestFilter & { text: string } =>
  filter.text !== undefined && filter.text !== ''

const matching = (workspaceId: number, filter: RequestFilter): Matching => {
  const values: unknown[] = [workspaceId, time(filter.from - BATCH_SPAN), time(filter.to), filter.from, filter.to]
  const batches = ['b.workspace_id = $1', 'b.at >= $2::timestamptz', 'b.at < $3::timestamptz']
  const requests = ['b.began + u.after >= $4', 'b.began + u.after < $5']
  const add = (value: unknown, part: (place: string) => string) => {
    values.push(value)
    requests.push(part(`$${values.length}`))
  }
  if (filter.answer !== undefined) {
    requests.push(ANSWERS[filter.answer])
    if (filter.answer !== 'ok') batches.push('b.errors > 0')
  }
  if (filter.branch !== undefined) {
    add(filter.branch, (place) => `k ->> 'branch' = ${place}`)
    // Few batches have a request of a branch that is not live.
    batches.push(`b.kinds @> jsonb_build_array(jsonb_build_object('branch', $${values.length}::text))`)
  }
  if (filter.group !== undefined) add(filter.group, (place) => `k ->> 'group' = ${place}`)
  if (filter.route !== undefined) add(filter.route, (place) => `k ->> 'route' = ${place}`)
  if (filter.method !== undefined) add(filter.method, (place) => `k ->> 'method' = ${place}`)
  if (filter.slowMs !== undefined) {
    add(filter.slowMs, (place) => `u.us >= ${place}::float8 * 1000`)
    batches.push(`b.slowest >= $${values.length}`)
  }
  if (filter.recorded === true) {
    requests.push(`(d ->> 'recorded')::boolean`)
    batches.push('b.recorded > 0')
  }
  if (looksAtTexts(filter)) {
    add(containing(filter.text), (place) => {
      const route = `(u.path IS NULL AND k ->> 'route' ILIKE ${place})`
      const error = `(u.status >= 400 AND d ->> 'error' ILIKE ${place})`
      return `(u.path ILIKE ${place} OR u.user_id ILIKE ${place} OR ${route} OR ${error})`
    })
    // A batch that has it nowhere is not taken apart, which costs several times as much as to look through its texts.
    const [plain, json] = [values.length, values.push(containing(JSON.stringify(filter.text).slice(1, -1)))]
    batches.push(`(array_to_string(b.path, ' ') ILIKE $${plain} OR array_to_string(b.user_id, ' ') ILIKE $${plain}
      OR b.kinds::text ILIKE $${json} OR (b.errors > 0 AND b.details::text ILIKE $${json}))`)
  }
  return { batches: batches.join(' AND '), requests: requests.join(' AND '), values }
}

/** Batch by batch from the newest on, so that a page costs what is on it and not all that there is. */
export const listRequests = async (
  pool: Pool,
  workspaceId: number,
  filter: RequestFilter,
  { limit, after }: { limit: number; after: RequestPlace | null },
): Promise<PastRequest[]> => {
  const { batches, requests, values } = matching(workspaceId, filter)
  const behind = after === null ? null : placeOf(after)
  const conditions = [batches]
  const rows = [requests]
  if (behind !== null) {
    const first = values.push(time(behind.from), time(behind.to), behind.batch, behind.position) - 3
    const start = `(SELECT s.at FROM cairn.request_batch s WHERE s.workspace_id = $1 AND s.at >= $${first}::timestamptz
      AND s.at <= $${first + 1}::timestamptz AND s.id = $${first + 2}::uuid)`
    conditions.push(`(b.at, b.id) <= (${start}, $${first + 2}::uuid)`)
    rows.push(`NOT (b.id = $${first + 2}::uuid AND u.n - 1 >= $${first + 3})`)
  }
  const found: PastRequest[] = []
  let passed = 0
  for (let look = FIRST_LOOK; found.length < limit; look *= 4) {
    const { rows: page } = await pool.query<PastRequest & { batches: number }>(
      `WITH looked AS (${BATCHES} WHERE ${conditions.join(' AND ')}
         ORDER BY b.at DESC, b.id DESC LIMIT ${look} OFFSET ${passed})
       SELECT m.*, (SELECT count(*)::int FROM looked) AS batches FROM (SELECT 1) AS one LEFT JOIN LATERAL (
         SELECT ${COLUMNS} FROM looked b, ${ROWS}, ${MORE} AS more WHERE ${rows.join(' AND ')}
         ORDER BY b.at DESC, b.id DESC, u.n DESC LIMIT ${Math.trunc(limit) - found.length}) AS m ON true`,
      values,
    )
    found.push(...page.flatMap(({ batches: _batches, ...request }) => (request.id === null ? [] : [request])))
    if ((page[0]?.batches ?? 0) < look) break
    passed += look
  }
  return found
}

export const findRequest = async (
  pool: Pool,
  workspaceId: number,
  place: RequestPlace,
): Promise<PastRequest | null> => {
  const { from, to, batch, position } = placeOf(place)
  const { rows } = await pool.query<PastRequest>(
    `SELECT ${COLUMNS} FROM (${BATCHES}) AS b, ${ROWS}, ${MORE} AS more
     WHERE b.workspace_id = $1 AND b.at >= $2::timestamptz AND b.at <= $3::timestamptz AND b.id = $4 AND u.n - 1 = $5`,
    [workspaceId, time(from), time(to), batch, position],
  )
  return rows[0] ?? null
}

interface FigureRow extends Pick<RequestSlot, 'requests' | 'errors'> {
  /** Null in the row of all slots together. */
  slot: number | null
  /** Null over no requests. */
  percentiles: [p50: number, p95: number, p99: number] | null
}

const PERCENTILES = `count(*)::int AS requests, count(*) FILTER (WHERE status >= 400)::int AS errors,
  percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY ms) AS percentiles`

const figuresOf = (row: FigureRow | undefined): Omit<RequestSlot, 'at'> => {
  const [p50, p95, p99] = row?.percentiles ?? [0, 0, 0]
  return { requests: row?.requests ?? 0, errors: row?.errors ?? 0, p50, p95, p99 }
}

export const requestFigures = async (
  pool: Pool,
  workspaceId: number,
  filter: RequestFilter,
  slots: number,
): Promise<RequestFigures> => {
  const { batches, requests, values } = matching(workspaceId, filter)
  const width = (filter.to - filter.from) / slots
  const { rows } = await pool.query<FigureRow>(
    `SELECT slot, ${PERCENTILES} FROM (
       SELECT u.status, u.us / 1000.0::float8 AS ms,
         floor((b.began + u.after - ${filter.from}) / ${width})::int AS slot
       FROM (${BATCHES} WHERE ${batches} ORDER BY b.at DESC) AS b, ${looksAtTexts(filter) ? ROWS : NUMBERS}, ${MORE} AS more
       WHERE ${requests} LIMIT ${MOST_COUNTED}
     ) AS counted GROUP BY ROLLUP (slot) ORDER BY slot NULLS FIRST`,
    values,
  )
  const [all, ...found] = rows
  const whole = figuresOf(all)
  return {
    ...whole,
    slots: found.map((row) => ({ ...figuresOf(row), at: filter.from + (row.slot ?? 0) * width })),
    newest: whole.requests === MOST_COUNTED ? MOST_COUNTED : null,
  }
}
