import type { FileEntry } from '@zip.js/zip.js'
import type { FileResource } from '../values/value.ts'
import { archiveError, archiveLimits, archiveTooLarge } from './archive-error.ts'
import { zipLibrary } from './zip-library.ts'

/** A file of an archive, not unpacked yet. */
export type ArchiveEntry = FileEntry

/**
 * Gives the files of an archive to `use`, folders left out. What they say of themselves is checked before anything is
 * unpacked. Rejects with StackErrors: `archive_unreadable`, `archive_too_large`, `archive_password`.
 */
export async function withArchive<Result>(
  archive: FileResource,
  use: (entries: ArchiveEntry[]) => Promise<Result>,
): Promise<Result> {
  const { Uint8ArrayReader, ZipReader } = await zipLibrary()
  const reader = new ZipReader(new Uint8ArrayReader(archive.data))
  try {
    const entries: ArchiveEntry[] = []
    let [count, bytes] = [0, 0]
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1
      if (count > archiveLimits.entries) throw archiveTooLarge(`holds more than ${archiveLimits.entries} files`)
      if (entry.directory) continue
      bytes += entry.uncompressedSize
      checkSize(bytes, archive.size)
      entries.push(entry)
    }
    return await use(entries)
  } catch (error) {
    throw archiveError(error)
  } finally {
    await reader.close()
  }
}

/** Unpacks a file. It may say less of its size than it has: what comes out is counted. */
export async function unpack(
  entry: ArchiveEntry,
  { password, signal, budget }: { password: string | null; signal: AbortSignal; budget: UnpackBudget },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      budget.take(chunk.byteLength)
      chunks.push(chunk)
    },
  })
  await entry.getData(sink, {
    ...(password === null ? {} : { password }),
    signal,
    checkSignature: true,
    checkOverlappingEntry: true,
  })
  return Buffer.concat(chunks)
}

/** Counts what comes out of one archive. */
export class UnpackBudget {
  private bytes = 0
  private readonly packed: number

  constructor(packed: number) {
    this.packed = packed
  }

  take(bytes: number): void {
    this.bytes += bytes
    checkSize(this.bytes, this.packed)
  }
}

function checkSize(bytes: number, packed: number): void {
  const { bytes: most, ratio, ratioFrom } = archiveLimits
  if (bytes > most) throw archiveTooLarge(`unpacks to more than ${most / 1024 / 1024} MB`)
  if (bytes > ratioFrom && bytes > packed * ratio) throw archiveTooLarge(`unpacks to more than ${ratio} times its size`)
}
