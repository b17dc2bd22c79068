import type { IncomingHttpHeaders } from 'node:http'
import parseRange from 'range-parser'

export interface FileAnswer {
  status: 200 | 206 | 304 | 416
  headers: string[]
  /** First and last byte to send; null for none. */
  part: { start?: number; end?: number } | null
}

/**
 * Which part of a file a request wants (RFC 9110, 13 and 14): nothing when the client has it, one range, or all of it. A
 * file never changes under its id, so the id is its tag.
 */
export function answerTo(request: IncomingHttpHeaders, size: number, id: string): FileAnswer {
  const tag = `"${id}"`
  const known = ['ETag', tag, 'Accept-Ranges', 'bytes']
  if (hasTag(request['if-none-match'], tag)) return { status: 304, headers: known, part: null }
  const range = rangeOf(request, tag, size)
  if (range === 'none') {
    return { status: 416, headers: [...known, 'Content-Range', `bytes */${size}`, 'Content-Length', '0'], part: null }
  }
  if (range === null) return { status: 200, headers: [...known, 'Content-Length', String(size)], part: {} }
  const { start, end } = range
  const which = ['Content-Range', `bytes ${start}-${end}/${size}`, 'Content-Length', String(end - start + 1)]
  return { status: 206, headers: [...known, ...which], part: { start, end } }
}

/** The range that is asked for; null for the whole file: also for several ranges, and for a range of another version. */
function rangeOf(
  request: IncomingHttpHeaders,
  tag: string,
  size: number,
): { start: number; end: number } | 'none' | null {
  const { range } = request
  const of = request['if-range']
  if (range === undefined || (of !== undefined && of !== tag)) return null
  const found = parseRange(size, range)
  if (found === -1) return 'none'
  if (found === -2 || found.type !== 'bytes' || found.length !== 1) return null
  return found[0]!
}

/** Compared weakly (RFC 9110, 13.1.2): the client asks whether it has the bytes, however it came to them. */
function hasTag(list: string | undefined, tag: string): boolean {
  if (list === undefined) return false
  return list.trim() === '*' || list.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}
