import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { HttpRequest } from '@cairn/statements'
import { createHttpClient } from '../../src/ports/http/http-client.ts'

interface Seen {
  host: string
  method: string
  path: string
  body: string
  headers: IncomingHttpHeaders
}

let server: Server
let port: number
let seen: Seen[] = []

/** `/302?https://…` answers with that status and location, `/end` with 200. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const { method = '', url: path = '', headers } = request
    seen.push({ host: headers.host ?? '', method, path, body, headers })
    const [, status, location] = /^\/(\d+)\?(.*)$/.exec(path) ?? []
    if (status === undefined) return response.end('end')
    return response.writeHead(Number(status), { location: decodeURIComponent(location ?? '') }).end('moved')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

beforeEach(() => {
  seen = []
})

afterAll(() => server.close())

/** The names of the tests lead to the test's server, as public hosts would; addresses are judged as ever. */
function send(request: Partial<HttpRequest> & { url: string }) {
  const client = createHttpClient({ allows: () => true, resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
  const full = { method: 'GET', headers: [], body: null, timeout: 5, followRedirects: true, ...request }
  return client.request({ verifyHost: true, verifyPeer: true, ...full }).finally(() => client.close())
}

const at = (host: string, path: string) => `http://${host}:${port}${path}`
const redirect = (status: number, to: string) => at('one.test', `/${status}?${encodeURIComponent(to)}`)

test.each([
  [301, 'POST', 'GET', ''],
  [302, 'POST', 'GET', ''],
  [303, 'POST', 'GET', ''],
  [303, 'PUT', 'GET', ''],
  [307, 'POST', 'POST', 'text'],
  [308, 'POST', 'POST', 'text'],
  [302, 'PUT', 'PUT', 'text'],
  [303, 'HEAD', 'HEAD', ''],
])('%d turns %s into %s with body %j', async (status, method, next, body) => {
  const headers: [string, string][] = [['Content-Type', 'text/plain']]
  await send({ url: redirect(status, '/end'), method, headers, body: method === 'HEAD' ? null : 'text' })
  expect(seen.map((request) => request.method)).toEqual([method, next])
  expect(seen[1]).toMatchObject({ path: '/end', body })
  expect(seen[1]?.headers['content-type']).toBe(next === method ? 'text/plain' : undefined)
})

const secrets: [string, string][] = [
  ['Authorization', 'Bearer secret'],
  ['Cookie', 'sid=secret'],
  ['Proxy-Authorization', 'Basic secret'],
  ['X-Trace', 'kept'],
]

test.each([
  ['the same origin', () => at('one.test', '/end'), 'Bearer secret', 'sid=secret'],
  ['another host', () => at('two.test', '/end'), undefined, undefined],
  ['the same host in upper case', () => at('ONE.test', '/end'), 'Bearer secret', 'sid=secret'],
])('a redirect to %s keeps credentials: %s', async (_, to, authorization, cookie) => {
  await send({ url: redirect(302, to()), headers: secrets })
  const { headers } = seen[1] as Seen
  expect([headers.authorization, headers.cookie, headers['x-trace']]).toEqual([authorization, cookie, 'kept'])
  expect(headers['proxy-authorization']).toBe(authorization === undefined ? undefined : 'Basic secret')
})

test('credentials written in a URL do not follow to another host', async () => {
  await send({ url: redirect(302, at('two.test', '/end')).replace('http://', 'http://user:pass@') })
  expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('user:pass').toString('base64')}`)
  expect(seen[1]?.headers.authorization).toBeUndefined()
})

test('a chosen Host header does not follow to another host', async () => {
  await send({ url: redirect(302, at('two.test', '/end')), headers: [['Host', 'virtual.test']] })
  expect(seen.map((request) => request.host)).toEqual(['virtual.test', `two.test:${port}`])
})

test('redirects can be left to the caller', async () => {
  const response = await send({ url: redirect(302, '/end'), followRedirects: false })
  expect(response.status).toBe(302)
  expect(response.headers).toContain('location: /end')
  expect(seen).toHaveLength(1)
})

test('the answer tells where it came from', async () => {
  expect(await send({ url: redirect(302, '/end') })).toMatchObject({ status: 200, url: at('one.test', '/end') })
})

test('a loop of redirects ends', async () => {
  let url = '/end'
  for (let depth = 0; depth < 12; depth++) url = `/302?${encodeURIComponent(url)}`
  await expect(send({ url: at('one.test', url) })).rejects.toMatchObject({ reason: 'request_failed' })
  expect(seen).toHaveLength(11)
})

test.each([
  'http://127.0.0.2:PORT/end',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:127.0.0.1]:PORT/end',
  'http://2130706434:PORT/end',
  '//127.0.0.2:PORT/end',
  'http://inner.test:PORT/end',
  'file:///etc/passwd',
  'javascript:alert(1)',
])('a redirect to %s is refused', async (to) => {
  // Only the address of the test's server counts as public here.
  const client = createHttpClient({
    resolve: async (host) => [{ address: host === 'inner.test' ? '127.0.0.2' : '127.0.0.1', family: 4 }],
    allows: (address) => address === '127.0.0.1',
  })
  const rest = { headers: [], body: null, timeout: 5, followRedirects: true, verifyHost: true, verifyPeer: true }
  const url = redirect(302, to.replace('PORT', String(port)))
  await expect(client.request({ url, method: 'GET', ...rest })).rejects.toMatchObject({ reason: 'request_refused' })
  expect(seen).toHaveLength(1)
  client.close()
})
