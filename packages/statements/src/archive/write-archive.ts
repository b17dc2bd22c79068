import { FileResource } from '../values/value.ts'
import { archiveError, archiveLimits, archiveTooLarge } from './archive-error.ts'
import { protect, type Encryption, type Protection } from './protection.ts'
import type { ArchiveEntry } from './read-archive.ts'
import { zipLibrary } from './zip-library.ts'

const strengths: Record<Encryption, { zipCrypto: true } | { encryptionStrength: 1 | 2 | 3 }> = {
  standard: { zipCrypto: true },
  'AES-128': { encryptionStrength: 1 },
  'AES-192': { encryptionStrength: 2 },
  'AES-256': { encryptionStrength: 3 },
}

export interface AddedFile {
  name: string
  data: Uint8Array
}

export interface ArchiveContent {
  name: string
  /** Files of another archive, taken over as they are packed. */
  kept: readonly ArchiveEntry[]
  /** Files that are new in it. */
  added: readonly AddedFile[]
  /** Of what is new, in milliseconds. */
  modified: number
  protection: Protection | null
}

/** A new archive. Rejects with StackErrors as reading does. */
export async function writeArchive(content: ArchiveContent, signal: AbortSignal): Promise<FileResource> {
  const { name, kept, added, modified, protection } = content
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await zipLibrary()
  const writer = new ZipWriter(new Uint8ArrayWriter(), { signal, extendedTimestamp: false })
  try {
    for (const entry of kept) {
      const packed = await entry.getData(new Uint8ArrayWriter(), {
        passThrough: true,
        signal,
        checkOverlappingEntry: true,
      })
      await writer.add(entry.filename, new Uint8ArrayReader(packed), { entry, passThrough: true })
    }
    const lock = protection === null ? {} : { password: protection.password, ...strengths[protection.encryption] }
    for (const file of added) {
      await writer.add(file.name, new Uint8ArrayReader(file.data), { ...lock, lastModDate: new Date(modified) })
    }
    const data = await writer.close()
    if (data.byteLength > archiveLimits.bytes) {
      throw archiveTooLarge(`is larger than ${archiveLimits.bytes / 1024 / 1024} MB`)
    }
    return protect(new FileResource(name, 'application/zip', data), protection)
  } catch (error) {
    throw archiveError(error)
  }
}
