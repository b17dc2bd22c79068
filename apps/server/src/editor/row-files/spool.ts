import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../refusal.ts'

/** A file that was sent, on disk until it is removed. */
export interface Spooled {
  read(): Readable
  remove(): Promise<void>
}

/** The most that a file may have. */
const MOST_BYTES = 1024 * 1024 * 1024

/** Takes a file in whole before anything is done with it, so that a slow sender holds no transaction. */
export async function spool(body: AsyncIterable<Buffer>, most = MOST_BYTES): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-import-'))
  const path = join(folder, 'rows.csv')
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    await pipeline(limited(body, most), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await remove()
    throw error
  }
  return { read: () => createReadStream(path), remove }
}

async function* limited(body: AsyncIterable<Buffer>, most: number): AsyncIterable<Buffer> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) {
      const limit = `${Math.round(most / 1024 / 1024)} MB`
      throw new Refusal(413, 'file_too_large', `The file may have at most ${limit}. Split it.`, { connection: 'close' })
    }
    yield chunk
  }
}
