import { validateHeaderName, validateHeaderValue } from 'node:http'
import { StackError } from '@cairn/statements'

/** Framing is the server's: a stack that could set these could make one answer look like two. */
const framing = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade', 'trailer', 'te'])

/**
 * The headers a stack set, as a flat list, with its `Content-Type` apart. Throws a 500 for a name or value that HTTP
 * does not allow (a line break among them).
 */
export function stackHeaders(headers: readonly [name: string, value: string][]): {
  type: string | null
  list: string[]
} {
  let type: string | null = null
  const list: string[] = []
  for (const [name, value] of headers) {
    check(name, value)
    const lower = name.toLowerCase()
    if (lower === 'content-type') type = value
    else if (!framing.has(lower)) list.push(name, value)
  }
  return { type, list }
}

function check(name: string, value: string): void {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
  } catch (cause) {
    const message = `The stack set a header that HTTP does not allow: ${JSON.stringify(name)}.`
    throw new StackError('standard', 'bad_header', message, { cause })
  }
}
