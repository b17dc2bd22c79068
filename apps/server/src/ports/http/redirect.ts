import type { RequestHeaders } from './request-headers.ts'
import { headersAfterRedirect } from './request-headers.ts'

/** One request on the wire. */
export interface Hop {
  url: URL
  method: string
  headers: RequestHeaders
  body: Uint8Array | null
}

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * The request that a redirect asks for, by the rules of fetch: 303 reads, 301 and 302 turn a POST into a GET, 307 and
 * 308 repeat. `target` parses and judges the new URL. Null when the answer is no redirect.
 */
export function nextHop(
  hop: Hop,
  status: number,
  location: string | undefined,
  target: (url: string) => URL,
): Hop | null {
  if (!redirects.has(status) || location === undefined) return null
  const url = target(URL.canParse(location, hop.url.href) ? new URL(location, hop.url).href : location)
  const keepsBody = !becomesGet(status, hop.method)
  return {
    url,
    method: keepsBody ? hop.method : 'GET',
    body: keepsBody ? hop.body : null,
    headers: headersAfterRedirect(hop.headers, url.origin === hop.url.origin, keepsBody),
  }
}

function becomesGet(status: number, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return (status === 301 || status === 302) && method === 'POST'
}
