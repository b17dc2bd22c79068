import type { IncomingMessage } from 'node:http'
import type { CorsSettings } from '@cairn/language'
import { expect, test } from 'vitest'
import { corsHeaders, preflightHeaders } from './cors.ts'

const settings = (change: Partial<CorsSettings>): CorsSettings => ({
  mode: 'custom',
  credentials: true,
  origins: ['https://app.example.com', 'https://*.dev.example.com'],
  methods: ['GET'],
  headers: ['X-Mine'],
  maxAge: 60,
  ...change,
})
const from = (origin?: string) =>
  ({ headers: { origin, 'access-control-request-headers': 'authorization' } }) as IncomingMessage
const allowed = (cors: CorsSettings, origin?: string) => {
  const headers = corsHeaders(cors, from(origin))
  const at = headers.indexOf('Access-Control-Allow-Origin')
  return at === -1 ? null : headers[at + 1]
}

test.each([
  ['default', 'https://any.example', '*'],
  ['default', undefined, '*'],
  ['disabled', 'https://any.example', null],
  ['custom', 'https://app.example.com', 'https://app.example.com'],
  ['custom', 'https://a.dev.example.com', 'https://a.dev.example.com'],
  ['custom', 'https://app.example.com.evil.test', null],
  ['custom', 'https://evil.test/.dev.example.com', null],
  ['custom', 'https://dev.example.com', null],
  ['custom', 'null', null],
  ['custom', undefined, null],
] as const)('%s lets %s through as %s', (mode, origin, expected) =>
  expect(allowed(settings({ mode }), origin)).toBe(expected),
)

test('credentials are granted to a listed origin only', () => {
  expect(corsHeaders(settings({}), from('https://app.example.com'))).toContain('Access-Control-Allow-Credentials')
  expect(corsHeaders(settings({}), from('https://evil.test'))).toEqual(['Vary', 'Origin'])
})

/** The list of headers as pairs. */
const pairs = (headers: string[]) => headers.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${headers[i + 1]}`] : []))

test('a preflight of the default group repeats the headers asked for', () => {
  expect(pairs(preflightHeaders(settings({ mode: 'default' }), from('https://x.test'), ['GET']))).toEqual([
    'Allow: GET, OPTIONS',
    'Access-Control-Allow-Origin: *',
    'Access-Control-Expose-Headers: *',
    'Access-Control-Allow-Methods: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    'Access-Control-Allow-Headers: authorization',
    'Access-Control-Max-Age: 3600',
  ])
})

test('a preflight of a custom group names its own methods, headers and age', () => {
  expect(pairs(preflightHeaders(settings({}), from('https://app.example.com'), ['GET'])).slice(-3)).toEqual([
    'Access-Control-Allow-Methods: GET',
    'Access-Control-Allow-Headers: X-Mine',
    'Access-Control-Max-Age: 60',
  ])
})
