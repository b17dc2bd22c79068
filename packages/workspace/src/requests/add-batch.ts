import type { PoolClient } from 'pg'
import type { Seal } from '../seal.ts'
import { requestNumbers, type KeptRecording, type RequestBatch } from './request-types.ts'

/** PostgreSQL's number of the type `integer`. */
const INTEGER = 23
const HEAD = 5

/**
 * One column of the numbers as an `integer[]` in PostgreSQL's binary form: dimensions, flags, type, length, first index,
 * and then each element behind its length in bytes. Neither side has to write or read digits.
 */
const integers = (numbers: Int32Array, length: number, column: number): Buffer => {
  const words = new Int32Array(HEAD + 2 * length)
  words.set([1, 0, INTEGER, length, 1])
  for (let position = 0, at = HEAD; position < length; position++) {
    words[at++] = 4
    words[at++] = numbers[position * requestNumbers.length + column]!
  }
  return Buffer.from(words.buffer).swap32()
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** A text array as PostgreSQL reads it, up to the last that there is: `unnest` fills up with nulls. */
const texts = (list: ReadonlyMap<number, string>): string => {
  const parts: string[] = []
  for (const [position, text] of list) {
    while (parts.length < position) parts.push('NULL')
    parts.push(quoted(text))
  }
  return `{${parts.join(',')}}`
}

/** One row for all of them: a row each would cost the process that serves ten times as much. */
export const addBatch = async (client: PoolClient, batch: RequestBatch): Promise<void> => {
  const { numbers, length } = batch
  await client.query(
    `INSERT INTO cairn.request_batch (workspace_id, at, id, errors, recorded, slowest, kinds, path, user_id, details,
       ${requestNumbers.join(', ')})
     VALUES ($1, $2::timestamptz, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      batch.workspaceId,
      new Date(batch.at).toISOString(),
      batch.id,
      batch.errors,
      Object.values(batch.details).filter(({ recorded }) => recorded === true).length,
      batch.slowest,
      JSON.stringify(batch.kinds),
      texts(batch.paths),
      texts(batch.userIds),
      JSON.stringify(batch.details),
      ...requestNumbers.map((_, column) => integers(numbers, length, column)),
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
