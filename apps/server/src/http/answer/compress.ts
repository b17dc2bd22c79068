import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type ContentEncoding = 'br' | 'gzip'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)
const smallest = 1024
const worthwhile = /^(text\/|application\/(.+\+)?(json|xml|javascript|yaml)|image\/svg)/i

/** The encoding for a body of that type and size that the client accepts, or null to send it as it is. */
export function chooseEncoding(accepted: string | undefined, type: string, size: number): ContentEncoding | null {
  if (accepted === undefined || size <= smallest || !worthwhile.test(type)) return null
  if (accepts(accepted, 'br')) return 'br'
  return accepts(accepted, 'gzip') ? 'gzip' : null
}

/** Runs on the thread pool; levels are chosen for answers made per request. */
export function compress(body: Buffer, encoding: ContentEncoding): Promise<Buffer> {
  if (encoding === 'gzip') return deflate(body, { level: 5 })
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
}

function accepts(accepted: string, encoding: ContentEncoding): boolean {
  return accepted.split(',').some((offer) => {
    const [name, ...params] = offer.split(';').map((part) => part.trim().toLowerCase())
    return name === encoding && !params.some((param) => /^q=0(\.0*)?$/.test(param))
  })
}
