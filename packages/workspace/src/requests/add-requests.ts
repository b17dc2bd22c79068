import type { PoolClient } from 'pg'
import type { Seal } from '../seal.ts'
import type { KeptRecording, KeptRequest } from './request-types.ts'

/** What a sealed recording belongs to. */
export const sealedPlace = (workspaceId: number, id: string): string => `recording ${workspaceId}/${id}`

/** As one text of JSON, which PostgreSQL takes apart: nothing is cheaper for the process that serves. */
export const addRequests = async (client: PoolClient, requests: readonly KeptRequest[]): Promise<void> => {
  if (requests.length === 0) return
  await client.query(
    `INSERT INTO cairn.request (workspace_id, at, id, branch, datasource, group_name, route, method, path, status, ms,
       size, user_table, user_id, error, error_at, recorded)
     SELECT "workspaceId", timestamptz 'epoch' + at * interval '1 millisecond', coalesce(id, gen_random_uuid()), branch,
       datasource, "group", route, method, path, status, ms, size, "userTable", "userId", error, "errorAt", recorded
     FROM json_to_recordset($1) AS r ("workspaceId" int, at float8, id uuid, branch text, datasource text, "group" text,
       route text, method text, path text, status int, ms float8, size int, "userTable" text, "userId" text, error text,
       "errorAt" text, recorded boolean)`,
    [JSON.stringify(requests)],
  )
}

export const addRecordings = async (
  client: PoolClient,
  seal: Seal,
  recordings: readonly KeptRecording[],
): Promise<void> => {
  for (const { workspaceId, at, id, content } of recordings) {
    await client.query(
      'INSERT INTO cairn.recording (workspace_id, at, id, sealed) VALUES ($1, $2::timestamptz, $3, $4)',
      [workspaceId, new Date(at).toISOString(), id, seal.close(content, sealedPlace(workspaceId, id))],
    )
  }
}
