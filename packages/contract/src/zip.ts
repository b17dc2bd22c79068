import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export interface ZippedFile {
  path: string
  text: string
}

/** How large what a zip holds may become. A small zip can name gigabytes. */
export interface ZipLimits {
  files: number
  /** Bytes of all files together, unpacked. */
  bytes: number
}

export const zipLimits: ZipLimits = { files: 10_000, bytes: 32 * 1024 * 1024 }

/** A zip that can not be used; the message says why. */
export class ZipError extends Error {}

/** A folder of texts as a zip. */
export function packFolder(files: readonly ZippedFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])))
}

/**
 * The `.xs` files of a zip, without a folder that all of them are in; everything else in it is passed over. Sizes are
 * checked before anything is unpacked, and what unpacks to more than it said is refused.
 */
export function unpackFolder(zip: Uint8Array, limits: ZipLimits = zipLimits): ZippedFile[] {
  let [count, bytes] = [0, 0]
  const entries = unzipped(zip, ({ name, originalSize }) => {
    if (!name.endsWith('.xs') || name.startsWith('__MACOSX/')) return false
    count += 1
    bytes += originalSize
    if (count > limits.files) throw new ZipError(`The zip holds more than ${limits.files} files.`)
    if (bytes > limits.bytes) throw new ZipError(`The zip holds more than ${limits.bytes / 1024 / 1024} MB of text.`)
    return true
  })
  const files = Object.entries(entries).map(([path, content]) => ({ path, text: strFromU8(content) }))
  const folder = commonFolder(files.map(({ path }) => path))
  return files.map(({ path, text }) => ({ path: path.slice(folder.length), text }))
}

function unzipped(zip: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(zip, { filter })
  } catch (error) {
    if (error instanceof ZipError) throw error
    throw new ZipError('This is no zip, or it is damaged.', { cause: error })
  }
}

function commonFolder([first = '', ...others]: string[]): string {
  const folder = first.slice(0, first.indexOf('/') + 1)
  return others.every((path) => path.startsWith(folder)) ? folder : ''
}
