import type { Pool } from 'pg'
import type { EndpointRule, RecordingRule } from './request-types.ts'

export const readRules = async (pool: Pool, workspaceId: number | null): Promise<EndpointRule[]> => {
  const { rows } = await pool.query<EndpointRule>(
    `SELECT workspace_id AS "workspaceId", group_name AS "group", verb, path, errors, slow_ms AS "slowMs",
       per_minute AS "perMinute"
     FROM cairn.recording_rule WHERE $1::int IS NULL OR workspace_id = $1 ORDER BY group_name, path, verb`,
    [workspaceId],
  )
  return rows
}

export const writeRule = async (
  pool: Pool,
  { workspaceId, group, verb, path }: Omit<EndpointRule, keyof RecordingRule>,
  rule: RecordingRule | null,
): Promise<void> => {
  const key = [workspaceId, group, verb, path]
  if (rule === null) {
    await pool.query(
      'DELETE FROM cairn.recording_rule WHERE workspace_id = $1 AND group_name = $2 AND verb = $3 AND path = $4',
      key,
    )
    return
  }
  await pool.query(
    `INSERT INTO cairn.recording_rule (workspace_id, group_name, verb, path, errors, slow_ms, per_minute)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (workspace_id, group_name, verb, path) DO UPDATE SET
       errors = excluded.errors, slow_ms = excluded.slow_ms, per_minute = excluded.per_minute`,
    [...key, rule.errors, rule.slowMs, rule.perMinute],
  )
}
