import type { Pool } from 'pg'
import type { PastRequest, RequestFigures, RequestFilter, RequestPlace, RequestSlot } from './request-types.ts'

/** Figures are of at most so many requests, the newest: more would take a reader seconds. */
const MOST_COUNTED = 200_000

const COLUMNS = `id, (extract(epoch FROM at) * 1000)::float8 AS at, branch, datasource, group_name AS "group", route, method, path,
  status, ms, size, user_table AS "userTable", user_id AS "userId", error, error_at AS "errorAt", recorded`

const ANSWERS = {
  ok: 'status < 400',
  error: 'status >= 400',
  client_error: 'status >= 400 AND status < 500',
  server_error: 'status >= 500',
} satisfies Record<NonNullable<RequestFilter['answer']>, string>

/** A condition and the values it names by number. */
class Condition {
  readonly values: unknown[] = []
  readonly #parts: string[] = []

  /** `part` gets the place of the value, such as `$3`. */
  add(value: unknown, part: (place: string) => string): void {
    this.values.push(value)
    this.#parts.push(part(`$${this.values.length}`))
  }

  say(part: string): void {
    this.#parts.push(part)
  }

  get text(): string {
    return this.#parts.join(' AND ')
  }
}

const time = (at: number): string => new Date(at).toISOString()

const matching = (workspaceId: number, filter: RequestFilter): Condition => {
  const condition = new Condition()
  condition.add(workspaceId, (place) => `workspace_id = ${place}`)
  condition.add(time(filter.from), (place) => `at >= ${place}::timestamptz`)
  condition.add(time(filter.to), (place) => `at < ${place}::timestamptz`)
  if (filter.answer !== undefined) condition.say(ANSWERS[filter.answer])
  if (filter.group !== undefined) condition.add(filter.group, (place) => `group_name = ${place}`)
  if (filter.route !== undefined) condition.add(filter.route, (place) => `route = ${place}`)
  if (filter.method !== undefined) condition.add(filter.method, (place) => `method = ${place}`)
  if (filter.slowMs !== undefined) condition.add(filter.slowMs, (place) => `ms >= ${place}`)
  if (filter.recorded === true) condition.say('recorded')
  if (filter.text !== undefined && filter.text !== '') {
    const pattern = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`
    condition.add(pattern, (place) => `(path ILIKE ${place} OR error ILIKE ${place} OR user_id ILIKE ${place})`)
  }
  return condition
}

export const listRequests = async (
  pool: Pool,
  workspaceId: number,
  filter: RequestFilter,
  { limit, after }: { limit: number; after: RequestPlace | null },
): Promise<PastRequest[]> => {
  const condition = matching(workspaceId, filter)
  if (after !== null) {
    condition.add(time(after.at), (place) => `at <= ${place}::timestamptz`)
    const at = `$${condition.values.length}::timestamptz`
    condition.add(after.id, (place) => `(at, id) < (${at}, ${place}::uuid)`)
  }
  const { rows } = await pool.query<PastRequest>(
    `SELECT ${COLUMNS} FROM cairn.request WHERE ${condition.text} ORDER BY at DESC, id DESC LIMIT ${Math.trunc(limit)}`,
    condition.values,
  )
  return rows
}

export const findRequest = async (
  pool: Pool,
  workspaceId: number,
  { at, id }: RequestPlace,
): Promise<PastRequest | null> => {
  const { rows } = await pool.query<PastRequest>(
    `SELECT ${COLUMNS} FROM cairn.request WHERE workspace_id = $1 AND at = $2::timestamptz AND id = $3`,
    [workspaceId, time(at), id],
  )
  return rows[0] ?? null
}

interface FigureRow extends RequestSlot {
  /** Null in the row of all slots together. */
  slot: number | null
}

const PERCENTILES = `count(*)::int AS requests, count(*) FILTER (WHERE status >= 400)::int AS errors,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY ms) AS p50, percentile_disc(0.95) WITHIN GROUP (ORDER BY ms) AS p95,
  percentile_disc(0.99) WITHIN GROUP (ORDER BY ms) AS p99`

export const requestFigures = async (
  pool: Pool,
  workspaceId: number,
  filter: RequestFilter,
  slots: number,
): Promise<RequestFigures> => {
  const condition = matching(workspaceId, filter)
  const width = (filter.to - filter.from) / slots
  const { rows } = await pool.query<FigureRow>(
    `SELECT slot, ${PERCENTILES} FROM (
       SELECT status, ms, floor(((extract(epoch FROM at) * 1000)::float8 - ${filter.from}) / ${width})::int AS slot
       FROM cairn.request WHERE ${condition.text} ORDER BY at DESC LIMIT ${MOST_COUNTED}
     ) AS counted GROUP BY ROLLUP (slot) ORDER BY slot NULLS FIRST`,
    condition.values,
  )
  const [all, ...found] = rows
  const { requests = 0, errors = 0, p50, p95, p99 } = all ?? {}
  return {
    requests,
    errors,
    // Over no requests they are null.
    p50: p50 ?? 0,
    p95: p95 ?? 0,
    p99: p99 ?? 0,
    slots: found.map(({ slot, ...figures }) => ({ ...figures, at: filter.from + (slot ?? 0) * width })),
    newest: requests === MOST_COUNTED ? MOST_COUNTED : null,
  }
}
