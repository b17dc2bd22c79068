import { validateHeaderName, validateHeaderValue } from 'node:http'
import { StackError } from '@cairn/statements'

/** Headers a request carries, by lower-case name, in order; a repeated one keeps all its values. */
export type RequestHeaders = Map<string, string[]>

/** They belong to the connection or the framing of the body, which are the client's own to decide. */
const connectionHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** What only the origin that was called may see. */
const originHeaders = ['authorization', 'cookie', 'host', 'proxy-authorization']

/** What describes a body that a redirect dropped. */
const bodyHeaders = ['content-encoding', 'content-language', 'content-location', 'content-type']

/** Throws StackError `request_refused` for a name or value that could not be sent as one header. */
export function readHeaders(pairs: readonly (readonly [name: string, value: string])[]): RequestHeaders {
  const headers: RequestHeaders = new Map()
  for (const [name, value] of pairs) {
    const key = name.trim().toLowerCase()
    if (key === '' || connectionHeaders.has(key)) continue
    checkHeader(key, value.trim())
    headers.set(key, [...(headers.get(key) ?? []), value.trim()])
  }
  return headers
}

function checkHeader(name: string, value: string): void {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
  } catch (cause) {
    throw new StackError('standard', 'request_refused', `The header "${name.slice(0, 80)}" cannot be sent.`, {
      cause,
      hint: 'A header has a name of letters, digits and dashes, and a value on one line of Latin text.',
    })
  }
}

/** The headers that may follow a redirect. */
export function headersAfterRedirect(headers: RequestHeaders, sameOrigin: boolean, keepsBody: boolean): RequestHeaders {
  const next = new Map(headers)
  if (!sameOrigin) for (const name of originHeaders) next.delete(name)
  if (!keepsBody) for (const name of bodyHeaders) next.delete(name)
  return next
}
