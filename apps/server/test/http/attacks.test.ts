/** Clients that mean harm or are broken. After each, the same server still answers. */
import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { FileResource } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { serveStacks, type Endpoints, type Running } from './serve-stacks.ts'

const stacks: Endpoints = {
  'GET open': () => 'open',
  'GET secret': { table: 'user', run: () => 'secret' },
  'GET secret/{id}': { table: 'user', run: () => 'secret' },
  'POST echo': (input) => input,
  'POST type': (input) => (input['doc'] instanceof FileResource ? 'file' : typeof input['doc']),
}

async function stillAnswers({ url }: Running): Promise<void> {
  const response = await fetch(`${url}/api:main/open`)
  expect([response.status, await response.json()]).toEqual([200, 'open'])
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

describe('class 5: no spelling of a path opens a private endpoint', () => {
  test.each([
    '/api:main/secret?x=/api:main/open',
    '/api:main/secret?/api:main/open',
    '/api:main/secret#/api:main/open',
    '/api:main/open/../secret',
    '/api:main/./secret',
    '/api:main//secret',
    '//api:main/secret',
    '/api:main/secret/',
    '/api:main/secret;open',
    '/api:main/secret%3fopen',
    '/api:main/%73ecret',
    '/api:main/secret%2fopen',
    '/api:main/open%2f..%2fsecret',
    '/api:main/SECRET',
    '/api:main:v1/secret',
    '/API:main/secret',
    '/api%3Amain/secret',
    '/api:main/secret/open',
    '/api:main/secret/%2e%2e',
    '/api:main\\secret',
    'http://x/api:main/secret',
    'http://x?/api:main/secret',
  ])('%s', async (path) => {
    const running = await serveStacks(stacks)
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
      await running.raw(
        `${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Original-URL: /api:main/open\r\n\r\n`,
      )
    }
    expect(running.runs.filter((run) => run !== 'GET open')).toEqual([])
    await stillAnswers(running)
  })
})

describe('class 11: names of prototype members are data', () => {
  test.each([
    ['application/json', '{"__proto__":{"admin":1},"constructor":{"prototype":{"admin":1}}}'],
    ['application/x-www-form-urlencoded', '__proto__[admin]=1&constructor[prototype][admin]=1'],
  ])('%s', async (type, body) => {
    const running = await serveStacks(stacks)
    const response = await fetch(`${running.url}/api:main/echo`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    const text = await response.text()
    expect(text).toContain('"__proto__":{"admin":')
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
    expect(running.runs).toEqual(['POST echo'])
  })

  test('in the query string', async () => {
    const { url } = await serveStacks(stacks)
    await fetch(`${url}/api:main/open?__proto__[admin]=1`)
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })
})

test('class 4: only a multipart part becomes a file', async () => {
  const { url } = await serveStacks(stacks)
  const body = JSON.stringify({ doc: { name: 'a', mime: 'text/plain', data: 'x', path: '/etc/passwd' } })
  const json = await fetch(`${url}/api:main/type`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  expect(await json.json()).toBe('object')
  const form = new FormData()
  form.set('doc', new Blob(['x']), 'a.txt')
  expect(await (await fetch(`${url}/api:main/type`, { method: 'POST', body: form })).json()).toBe('file')
})

describe('class 22: too much and too broken', () => {
  const post = 'POST /api:main/echo HTTP/1.1\r\nHost: a\r\n'

  test('a body that announces too much is refused before it is sent', async () => {
    const running = await serveStacks(stacks, { maxBody: 20_000_000 })
    const answer = await running.raw(`${post}Content-Type: application/json\r\nContent-Length: 20971520\r\n\r\n{`)
    expect(statusOf(answer)).toBe(413)
    expect(answer).toContain('larger than 20 MB')
    expect(running.runs).toEqual([])
    await stillAnswers(running)
  })

  test('a body without a length is cut where it becomes too much', async () => {
    const running = await serveStacks(stacks, { maxBody: 100_000 })
    const { status, sent } = await sendEndlessly(running.url)
    expect(status).toBe(413)
    expect(sent).toBeLessThan(50_000_000)
    await stillAnswers(running)
  })

  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['an unknown verb', 'BREW /api:main/open HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['NUL in a path', 'GET /api:main/op\0en HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['an escaped NUL', 'GET /api:main/secret/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['a path that is not UTF-8', 'GET /api:main/secret/%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['headers too long', `GET /api:main/open HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    ['two lengths', `${post}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`, 400],
    ['length and chunks', `${post}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ['a bad chunk', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, 400],
    ['a compressed body', `${post}Content-Encoding: gzip\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`, 415],
  ])('%s', async (_, text, status) => {
    const running = await serveStacks(stacks)
    expect(statusOf(await running.raw(text))).toBe(status)
    expect(running.runs).toEqual([])
    await stillAnswers(running)
  })

  test('a body that stops half-way runs nothing', async () => {
    const running = await serveStacks(stacks)
    await running.raw(`${post}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":`, { end: true })
    expect(running.runs).toEqual([])
    await stillAnswers(running)
  })

  test('noise of every kind leaves the server standing', async () => {
    const running = await serveStacks(stacks)
    const starts = [
      '',
      'GET /api:main/',
      'GET /',
      `${post}Content-Length: 9\r\n\r\n`,
      `${post}Content-Type: multipart/form-data; boundary=a\r\nContent-Length: 64\r\n\r\n--a\r\n`,
    ]
    const noise = Array.from({ length: 100 }, (_, i) =>
      Buffer.concat([Buffer.from(starts[i % starts.length]!), randomBytes(64)]),
    )
    await Promise.all(noise.map((bytes) => running.raw(bytes, { end: true })))
    expect(running.runs.filter((run) => run !== 'POST echo')).toEqual([])
    expect(running.reports).toEqual([])
    await stillAnswers(running)
  })
})

/** Chunks without end until the server answers. */
function sendEndlessly(url: string): Promise<{ status: number | undefined; sent: number }> {
  return new Promise((resolve) => {
    let sent = 0
    const chunk = Buffer.alloc(64 * 1024, 0x20)
    const outgoing = request(`${url}/api:main/echo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    })
    const timer = setInterval(() => {
      sent += chunk.length
      outgoing.write(chunk)
    }, 1)
    outgoing.on('error', () => clearInterval(timer))
    outgoing.on('response', (response) => {
      clearInterval(timer)
      resolve({ status: response.statusCode, sent })
      outgoing.destroy()
    })
  })
}
