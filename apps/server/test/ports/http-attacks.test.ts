import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LookupAddress } from 'node:dns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HttpRequest } from '@cairn/statements'
import { createHttpClient } from '../../src/ports/http/http-client.ts'

let server: Server
let port: number
let reached: string[]

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.headers.host ?? '')
    response.end('secret')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(() => server.close())

function get(url: string): HttpRequest {
  const rest = { body: null, timeout: 5, followRedirects: true, verifyHost: true, verifyPeer: true }
  return { url, method: 'GET', headers: [], ...rest }
}

async function attempt(url: string, resolve: () => Promise<LookupAddress[]> = noNames): Promise<unknown> {
  reached = []
  const client = createHttpClient({ resolve })
  const outcome = await client.request(get(url)).catch((error: { reason: string }) => error.reason)
  client.close()
  return outcome
}

const noNames = () => Promise.reject(new Error('no name should be looked up'))
const answering =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

test.each([
  'http://127.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://017700000001:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://[::1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[0:0:0:0:0:ffff:7f00:0001]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://127。0。0。1:PORT/',
  'http://①②⑦.0.0.1:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://user:pass@127.0.0.1:PORT/',
  'http://1.1.1.1@127.0.0.1:PORT/',
  ' http://127.0.0.1:PORT/',
  'http://127.0\n.0.1:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://[fd00:ec2::254]/',
  'http://10.0.0.1/',
  'http://192.168.0.1/',
  'http://172.20.0.1/',
  'http://100.64.0.1/',
  'http://224.0.0.1/',
  'file:///etc/passwd',
  'ftp://1.1.1.1/',
  'gopher://127.0.0.1:PORT/',
  'data:text/plain,hello',
  '//1.1.1.1/',
  'not a url',
  '',
])('%j is refused without a connection', async (url) => {
  const outcome = await attempt(url.replace('PORT', String(port)))
  expect(outcome).toBe('request_refused')
  expect(reached).toEqual([])
})

test.each([
  ['a loopback address', answering('127.0.0.1')],
  ['a mapped loopback address', answering('::ffff:127.0.0.1')],
  ['a public address first and a private one after it', answering('1.1.1.1', '127.0.0.1')],
  ['the metadata address', answering('169.254.169.254')],
  ['a unique local address', answering('fd12::1')],
  ['no address', answering()],
])('a name that means %s is refused', async (_, resolve) => {
  expect(await attempt(`http://rebind.test:${port}/`, resolve)).toBe('request_refused')
  expect(reached).toEqual([])
})

test('a name is resolved once a connection: what it means after the check is never asked', async () => {
  // Nothing listens at the first answer, the one address that counts as public here; the second is the test's server.
  const answers = ['127.0.0.3', '127.0.0.1', '127.0.0.1']
  let asked = 0
  const client = createHttpClient({
    resolve: async () => [{ address: answers[asked++] ?? '', family: 4 }],
    allows: (address) => address === '127.0.0.3',
  })
  reached = []
  const url = `http://rebind.test:${port}/`
  await expect(client.request(get(url))).rejects.toMatchObject({ reason: 'request_failed' })
  expect(asked).toBe(1)
  await expect(client.request(get(url))).rejects.toMatchObject({ reason: 'request_refused' })
  expect([asked, reached]).toEqual([2, []])
  client.close()
})

test('the refusal does not tell what the name means inside', async () => {
  const client = createHttpClient({ resolve: answering('10.9.8.7') })
  const message = await client.request(get('http://inner.test/?key=hidden')).catch((error: Error) => error.message)
  expect(message).toBe('"inner.test" is not a host of the public internet.')
  client.close()
})

test.each([
  ['GET\r\nX-Injected: 1', [], 'request_refused'],
  ['CONNECT', [], 'request_refused'],
  ['TRACE', [], 'request_refused'],
  ['GET', [['X-A', 'a\r\nX-Injected: 1']], 'request_refused'],
  ['GET', [['X-A\r\nX-Injected', '1']], 'request_refused'],
  ['GET', [['X A', '1']], 'request_refused'],
  ['GET', [['X-A', 'snow ☃']], 'request_refused'],
] as [string, [string, string][], string][])('method %j with headers %j is %s', async (method, headers, reason) => {
  reached = []
  const client = createHttpClient({ allows: () => true })
  const request = { ...get(`http://127.0.0.1:${port}/`), method, headers }
  await expect(client.request(request)).rejects.toMatchObject({ reason })
  expect(reached).toEqual([])
  client.close()
})
