import { StackError } from '@cairn/statements'

/**
 * Splits a raw path at its slashes and decodes each segment by itself, so that `%2f` never makes a new segment.
 * Throws a 400 for broken escapes, text that is not UTF-8, and NUL.
 */
export function decodePath(path: string): string[] {
  const segments = path.split('/')
  if (path.includes('%')) return segments.map(decodeSegment)
  if (path.includes('\0')) throw unreadable()
  return segments
}

function decodeSegment(segment: string): string {
  let decoded: string
  try {
    decoded = decodeURIComponent(segment)
  } catch {
    throw unreadable()
  }
  if (decoded.includes('\0')) throw unreadable()
  return decoded
}

function unreadable(): StackError {
  return new StackError('badrequest', 'bad_path', 'The path is not valid percent-encoded UTF-8.', { payload: '' })
}
