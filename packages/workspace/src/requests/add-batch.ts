import type { PoolClient } from 'pg'
import type { Seal } from '../seal.ts'
import type { KeptRecording, RequestBatch } from './request-types.ts'

const numbers = (list: readonly number[]): string => `{${list.join(',')}}`

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** A text array as PostgreSQL reads it. */
const texts = (list: readonly (string | null)[]): string =>
  `{${list.map((text) => (text === null ? 'NULL' : quoted(text))).join(',')}}`

/** One row, its lists as texts that PostgreSQL reads: nothing costs less for the process that serves. */
export const addBatch = async (client: PoolClient, batch: RequestBatch): Promise<void> => {
  await client.query(
    `INSERT INTO cairn.request_batch (workspace_id, at, id, errors, recorded, slowest, kinds, kind, after, status, ms, size,
       path, user_id, details)
     VALUES ($1, $2::timestamptz, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      batch.workspaceId,
      new Date(batch.at).toISOString(),
      batch.id,
      batch.errors,
      Object.values(batch.details).filter(({ recorded }) => recorded === true).length,
      batch.slowest,
      JSON.stringify(batch.kinds),
      numbers(batch.kind),
      numbers(batch.after),
      numbers(batch.status),
      numbers(batch.ms),
      numbers(batch.size),
      texts(batch.path),
      texts(batch.userId),
      JSON.stringify(batch.details),
    ],
  )
}

/** What a sealed recording belongs to. */
export const sealedPlace = (batch: string, position: number): string => `recording ${batch} ${position}`

export const addRecordings = async (
  client: PoolClient,
  seal: Seal,
  { workspaceId, at, id }: RequestBatch,
  recordings: readonly KeptRecording[],
): Promise<void> => {
  for (const { position, content } of recordings) {
    await client.query(
      'INSERT INTO cairn.recording (workspace_id, at, batch, position, sealed) VALUES ($1, $2::timestamptz, $3, $4, $5)',
      [workspaceId, new Date(at).toISOString(), id, position, seal.close(content, sealedPlace(id, position))],
    )
  }
}
