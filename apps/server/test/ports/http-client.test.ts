import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HttpRequest } from '@cairn/statements'
import { createHttpClient, type HttpClientOptions } from '../../src/ports/http/http-client.ts'
import { selfSigned } from './self-signed.ts'

const served = new WeakSet<Socket>()
const plain = createServer((request, response) => {
  const path = request.url ?? ''
  const encoded = new Map([
    ['/gzip', gzipSync('packed')],
    ['/deflate', deflateSync('packed')],
    ['/br', brotliCompressSync('packed')],
    ['/bomb', gzipSync(Buffer.alloc(5_000_000))],
  ])
  const body = encoded.get(path)
  if (body) return response.setHeader('content-encoding', path === '/bomb' ? 'gzip' : path.slice(1)).end(body)
  if (path === '/large') return response.end(Buffer.alloc(5_000_000))
  if (path === '/silent') return undefined
  if (path === '/slow') return response.write('start')
  if (path === '/cut') return response.writeHead(200, { 'content-length': 10 }).write('x', () => response.destroy())
  if (path === '/switch')
    return request.socket.end('HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n')
  if (path === '/once' && served.has(request.socket)) return request.socket.destroy()
  served.add(request.socket)
  if (path === '/port') return response.end(String(request.socket.remotePort))
  return response
    .writeHead(
      201,
      'Made',
      [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ].flat(),
    )
    .end('hello')
})
const secure = createSecureServer(selfSigned, (_, response) => response.end('secure'))
const open = new Set<Socket>()
let plainPort: number
let securePort: number

beforeAll(async () => {
  plainPort = await listen(plain)
  securePort = await listen(secure)
})

afterAll(() => {
  plain.close()
  secure.close()
  for (const socket of open) socket.destroy()
})

async function listen(server: Server | SecureServer): Promise<number> {
  server.on('connection', (socket: Socket) => open.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const defaults = { method: 'GET', headers: [], body: null, followRedirects: true, verifyHost: true, verifyPeer: true }

function client(options: HttpClientOptions = {}) {
  return createHttpClient({
    allows: () => true,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ...options,
  })
}

const get = (path: string, rest: Partial<HttpRequest> = {}): HttpRequest => {
  return { ...defaults, timeout: 5, url: `http://local.test:${plainPort}${path}`, ...rest }
}

test('an answer has its status line, its headers in order and its body', async () => {
  const http = client()
  const { status, headers, body, url } = await http.request(get('/'))
  expect(status).toBe(201)
  expect(headers.slice(0, 3)).toEqual(['HTTP/1.1 201 Made', 'Set-Cookie: a=1', 'Set-Cookie: b=2'])
  expect(Buffer.from(body).toString()).toBe('hello')
  expect(url).toBe(`http://local.test:${plainPort}/`)
  http.close()
})

test.each(['/gzip', '/deflate', '/br'])('%s is unpacked', async (path) => {
  const http = client()
  expect(Buffer.from((await http.request(get(path))).body).toString()).toBe('packed')
  http.close()
})

test.each([
  ['an answer over the limit', '/large', { maxBytes: 1_000_000 }, 5, 'request_failed'],
  ['a small answer that unpacks over the limit', '/bomb', { maxBytes: 1_000_000 }, 5, 'request_failed'],
  ['no answer in time', '/silent', {}, 0.2, 'request_timeout'],
  ['a body that does not end in time', '/slow', {}, 0.2, 'request_timeout'],
  ['a timeout above the longest allowed', '/silent', { maxSeconds: 0.2 }, 1000, 'request_timeout'],
  ['no timeout asked for', '/silent', { maxSeconds: 0.2 }, 0, 'request_timeout'],
  ['an answer cut short', '/cut', {}, 5, 'request_failed'],
  ['a switch of protocols', '/switch', {}, 5, 'request_failed'],
])('%s ends the request', async (_, path, options, timeout, reason) => {
  const http = client(options)
  await expect(http.request(get(path, { timeout }))).rejects.toMatchObject({ reason })
  http.close()
})

test('a name nobody knows fails', async () => {
  const unknown = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
  const http = client({ resolve: () => Promise.reject(unknown) })
  await expect(http.request(get('/'))).rejects.toMatchObject({ reason: 'request_failed', message: /ENOTFOUND/ })
  http.close()
})

test('an ended run ends its request', async () => {
  const http = client()
  const controller = new AbortController()
  const reason = new Error('the client went away')
  setTimeout(() => controller.abort(reason), 50)
  await expect(http.request(get('/silent'), controller.signal)).rejects.toBe(reason)
  http.close()
})

test('connections are kept for the next request', async () => {
  const http = client()
  const first = await http.request(get('/port'))
  const second = await http.request(get('/port'))
  expect(Buffer.from(second.body).toString()).toBe(Buffer.from(first.body).toString())
  http.close()
})

test.each([
  ['GET', 201],
  ['PUT', 201],
  ['POST', 'request_failed'],
  ['PATCH', 'request_failed'],
])('%s on a kept connection that the server closed: %s', async (method, expected) => {
  const http = client()
  await http.request(get('/once'))
  const outcome = http.request(get('/once', { method }))
  const settled = await outcome.then(
    ({ status }) => status,
    (error: { reason: string }) => error.reason,
  )
  expect(settled).toBe(expected)
  http.close()
})

test.each([
  ['cairn.test', true, true, null],
  ['cairn.test', false, true, null],
  ['other.test', true, true, null],
  ['other.test', true, false, 'secure'],
  ['cairn.test', false, false, 'secure'],
])('a self-signed server as %s, host checked %s, signer checked %s', async (host, verifyHost, verifyPeer, body) => {
  const http = client()
  const request = { ...get('/'), url: `https://${host}:${securePort}/`, verifyHost, verifyPeer }
  const outcome = await http.request(request).then(
    (answer) => Buffer.from(answer.body).toString(),
    () => null,
  )
  expect(outcome).toBe(body)
  http.close()
})

test('a connection nobody verified is not used by a request that verifies', async () => {
  const http = client()
  const url = `https://cairn.test:${securePort}/`
  await http.request({ ...get('/'), url, verifyPeer: false })
  await expect(http.request({ ...get('/'), url })).rejects.toMatchObject({ reason: 'request_failed' })
  http.close()
})

async function textOf(parts: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const part of parts) text += Buffer.from(part).toString()
  return text
}

test('a stream gives its head before its body has ended', async () => {
  const http = client()
  const { status, headers, body } = await http.stream(get('/slow'))
  expect([status, headers[0]]).toEqual([200, 'HTTP/1.1 200 OK'])
  for await (const part of body) {
    expect(Buffer.from(part).toString()).toBe('start')
    break
  }
  http.close()
})

test.each([
  ['/', 'hello'],
  ['/gzip', 'packed'],
  ['/deflate', 'packed'],
  ['/br', 'packed'],
])('%s is streamed as %s', async (path, text) => {
  const http = client()
  expect(await textOf((await http.stream(get(path))).body)).toBe(text)
  http.close()
})

test('a stream may be larger than an answer that is read whole', async () => {
  const http = client({ maxBytes: 1000 })
  for (const path of ['/large', '/bomb'])
    expect(await textOf((await http.stream(get(path))).body)).toHaveLength(5_000_000)
  http.close()
})

test('a connection whose stream was read is used again, one that was left is not', async () => {
  const http = client()
  const port = async () => textOf((await http.stream(get('/port'))).body)
  const first = await port()
  expect(await port()).toBe(first)
  for await (const part of (await http.stream(get('/large'))).body) {
    expect(part.length).toBeGreaterThan(0)
    break
  }
  expect(await port()).not.toBe(first)
  http.close()
})

test.each([
  ['no answer in time', '/silent', 'request_timeout'],
  ['a body that does not end in time', '/slow', 'request_timeout'],
  ['a body cut short', '/cut', 'request_failed'],
])('%s ends a stream', async (_, path, reason) => {
  const http = client()
  const reading = http.stream(get(path, { timeout: 0.3 })).then(({ body }) => textOf(body))
  await expect(reading).rejects.toMatchObject({ reason })
  http.close()
})

test('a stream that nobody reads ends with its time, and harms nobody', async () => {
  const http = client()
  await http.stream(get('/slow', { timeout: 0.1 }))
  await new Promise((resolve) => {
    setTimeout(resolve, 300)
  })
  expect(await textOf((await http.stream(get('/'))).body)).toBe('hello')
  http.close()
})

test('a stream ends with the request that asked for it', async () => {
  const http = client()
  const leaving = new AbortController()
  const { body } = await http.stream(get('/slow'), leaving.signal)
  setTimeout(() => leaving.abort(new Error('gone')), 50)
  await expect(textOf(body)).rejects.toMatchObject({ message: expect.stringContaining('gone') })
  http.close()
})

test('a stream reaches no private address either', async () => {
  const http = client({ allows: (address) => address !== '127.0.0.1' })
  await expect(http.stream(get('/'))).rejects.toMatchObject({ reason: 'request_refused' })
  http.close()
})
