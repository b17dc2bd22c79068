import { promisify } from 'node:util'
import { pipeline } from 'node:stream/promises'
import { brotliDecompress, createBrotliDecompress, createGunzip, createInflate, gunzip, inflate } from 'node:zlib'
import { tooLarge } from './request-error.ts'

const gzip = { whole: promisify(gunzip), parts: createGunzip }
const decoders = new Map([
  ['gzip', gzip],
  ['x-gzip', gzip],
  ['deflate', { whole: promisify(inflate), parts: createInflate }],
  ['br', { whole: promisify(brotliDecompress), parts: createBrotliDecompress }],
])

const decoderOf = (encoding: string | undefined) => decoders.get(encoding?.trim().toLowerCase() ?? '')

/**
 * The body without its content encoding, never larger than `maxBytes` (a small answer can hold a huge text). A body in
 * an encoding of another name stays as it is.
 */
export async function decodeBody(
  body: Uint8Array,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const decode = decoderOf(encoding)?.whole
  if (decode === undefined || body.byteLength === 0) return body
  try {
    return await decode(body, { maxOutputLength: maxBytes })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(maxBytes) : error
  }
}

/** As `decodeBody`, for a body that is read as it comes. */
export async function* decodeParts(
  content: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
): AsyncGenerator<Uint8Array> {
  const decoder = decoderOf(encoding)?.parts()
  if (decoder === undefined) {
    yield* content
    return
  }
  const feeding = pipeline(content, decoder).catch((error: Error) => decoder.destroy(error))
  yield* decoder as AsyncIterable<Buffer>
  await feeding
}
