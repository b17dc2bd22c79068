import type { IncomingMessage } from 'node:http'
import type { CorsSettings } from '@cairn/language'

/** Headers as a flat list, `[name, value, name, value]`. */
export type HeaderList = string[]

const anyMethod = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
const oneHour = 3600

/**
 * Headers that let a page of another origin read the answer, as its API group says: everything (`default`), a list
 * (`custom`) or nothing (`disabled`). Nothing too where the request names no origin.
 */
export function corsHeaders(cors: CorsSettings, incoming: IncomingMessage): HeaderList {
  if (cors.mode === 'disabled') return []
  if (cors.mode === 'default') return ['Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', '*']
  const { origin } = incoming.headers
  const vary = ['Vary', 'Origin']
  if (origin === undefined || !cors.origins.some((pattern) => originMatches(pattern, origin))) return vary
  const headers = ['Access-Control-Allow-Origin', origin, ...vary]
  return cors.credentials ? [...headers, 'Access-Control-Allow-Credentials', 'true'] : headers
}

/** What a browser asks before a request that is not simple; `verbs` are those the path answers. */
export function preflightHeaders(cors: CorsSettings, incoming: IncomingMessage, verbs: string[]): HeaderList {
  const allow = ['Allow', [...verbs, 'OPTIONS'].join(', ')]
  const granted = corsHeaders(cors, incoming)
  if (!granted.includes('Access-Control-Allow-Origin')) return [...allow, ...granted]
  const custom = cors.mode === 'custom'
  const methods = custom && cors.methods.length > 0 ? cors.methods.join(', ') : anyMethod
  const asked = incoming.headers['access-control-request-headers'] ?? '*'
  const headers = custom && cors.headers.length > 0 ? cors.headers.join(', ') : asked
  const maxAge = custom ? cors.maxAge : oneHour
  return [
    ...allow,
    ...granted,
    'Access-Control-Allow-Methods',
    methods,
    'Access-Control-Allow-Headers',
    headers,
    'Access-Control-Max-Age',
    String(maxAge),
  ]
}

/** `*` matches all, `https://*.example.com` any host below; otherwise the whole origin, in any case. */
function originMatches(pattern: string, origin: string): boolean {
  if (pattern === '*') return true
  const star = pattern.indexOf('*')
  if (star === -1) return pattern.toLowerCase() === origin.toLowerCase()
  const [before, after] = [pattern.slice(0, star).toLowerCase(), pattern.slice(star + 1).toLowerCase()]
  const name = origin.toLowerCase()
  const hole = name.slice(before.length, name.length - after.length)
  return name.startsWith(before) && name.endsWith(after) && /^[a-z0-9.-]+$/.test(hole)
}
