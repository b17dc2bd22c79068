import { once } from 'node:events'
import { mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileResource } from '@cairn/statements'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttpServer } from '../../src/http/http-server.ts'
import { serveVault } from '../../src/http/vault/serve-vault.ts'
import { createFileStore, type FileStore } from '../../src/ports/files/file-store.ts'

let root: string
let now: number
let url: string
let stop: () => void
let reports: unknown[]
const secret = Buffer.from('a secret of these tests, 32 bytes')

const files = (workspace: string): FileStore =>
  createFileStore({ directory: join(root, 'files'), workspace, secret, clock: { now: () => now } })
const keep = async (access: 'public' | 'private', name = 'a.txt', mime = 'text/plain', text = 'hello') =>
  (await files('w1').store(new FileResource(name, mime, Buffer.from(text)), access)).path

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cairn-vault-'))
  now = 1_700_000_000_000
  reports = []
  const server = createHttpServer({
    served: new Map(),
    notes: true,
    limits: { deadline: 5000, maxDepth: 100, maxText: 1e6, maxArray: 1e6 },
    meta: (_, outgoing) => void outgoing.writeHead(401).end(),
    pages: (_, outgoing) => void outgoing.writeHead(404).end('page'),
    vault: serveVault(files),
    maxBody: 1e6,
    report: (error) => reports.push(error),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
})

afterEach(async () => {
  stop()
  await rm(root, { recursive: true })
})

test('anyone reads a public file, whole', async () => {
  const answer = await fetch(url + (await keep('public', 'a.bin', 'image/png', 'x'.repeat(200_000))))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(await answer.text()).toBe('x'.repeat(200_000))
})

test('HEAD answers the size alone', async () => {
  const answer = await fetch(url + (await keep('public')), { method: 'HEAD' })
  expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '5', ''])
})

describe('a part of a file', () => {
  const text = '0123456789'
  const ask = async (headers: Record<string, string>, method = 'GET') => {
    const answer = await fetch(url + (await keep('public', 'a.txt', 'text/plain', text)), { headers, method })
    return [
      answer.status,
      answer.headers.get('content-range'),
      answer.headers.get('content-length'),
      await answer.text(),
    ]
  }

  test.each<[string, number, string | null, string]>([
    ['bytes=0-3', 206, 'bytes 0-3/10', '0123'],
    ['bytes=4-', 206, 'bytes 4-9/10', '456789'],
    ['bytes=-2', 206, 'bytes 8-9/10', '89'],
    ['bytes=8-100', 206, 'bytes 8-9/10', '89'],
    ['bytes=0-0', 206, 'bytes 0-0/10', '0'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['bytes=5-4', 416, 'bytes */10', ''],
    ['bytes=0-1,4-5', 200, null, text],
    ['lines=0-1', 200, null, text],
    ['bytes', 200, null, text],
    ['bytes=a-b', 416, 'bytes */10', ''],
  ])('%s', async (range, status, content, body) => {
    expect(await ask({ range })).toEqual([status, content, String(body.length), body])
  })

  test('HEAD tells of it', async () => {
    expect(await ask({ range: 'bytes=0-3' }, 'HEAD')).toEqual([206, 'bytes 0-3/10', '4', ''])
  })

  test('belongs to one version: another one is sent whole', async () => {
    const path = await keep('public', 'a.txt', 'text/plain', text)
    const tag = (await fetch(url + path)).headers.get('etag')!
    const part = async (of: string) =>
      (await fetch(url + path, { headers: { range: 'bytes=0-1', 'if-range': of } })).text()
    expect([await part(tag), await part('"other"')]).toEqual(['01', text])
  })
})

describe('a client that has a file', () => {
  test.each(['GET', 'HEAD'])('is told so (%s)', async (method) => {
    const path = await keep('public')
    const tag = (await fetch(url + path)).headers.get('etag')!
    for (const known of [tag, `W/${tag}`, `"a", ${tag}`, '*']) {
      const answer = await fetch(url + path, { method, headers: { 'if-none-match': known } })
      expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, tag, ''])
    }
    expect((await fetch(url + path, { method, headers: { 'if-none-match': '"a"' } })).status).toBe(200)
  })

  test('learns nothing of a private one without a signature', async () => {
    const headers = { 'if-none-match': '*', range: 'bytes=0-0' }
    expect((await fetch(url + (await keep('private')), { headers })).status).toBe(403)
  })
})

describe('a private file', () => {
  test('opens with a signature in time, and no cache keeps it', async () => {
    const path = await keep('private')
    const answer = await fetch(url + (await files('w1').sign(path, 60)))
    expect([answer.status, await answer.text()]).toEqual([200, 'hello'])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  test.each<[string, (signed: string) => string | Promise<string>]>([
    ['without a signature', (signed) => signed.split('?')[0]!],
    ['with a forged one', (signed) => signed.replace(/signature=...../, 'signature=AAAAA')],
    ['with a later time', (signed) => signed.replace(/expires=\d+/, 'expires=9999999999')],
    [
      'after its time',
      (signed) => {
        now += 60_000
        return signed
      },
    ],
    ['with that of another file', async (signed) => `${await keep('private')}?${signed.split('?')[1]!}`],
    ['through the address of another workspace', (signed) => signed.replace('/vault/w1/', '/vault/w2/')],
  ])('stays shut %s', async (_, change) => {
    const signed = await files('w1').sign(await keep('private'), 60)
    const answer = await fetch(url + (await change(signed)))
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'ERROR_CODE_ACCESS_DENIED' })
  })

  test('is not public because its address says so', async () => {
    const path = await keep('private')
    expect((await fetch(url + path.replace('/private/', '/public/'))).status).toBe(404)
  })
})

describe('what somebody uploaded does not run in the browser', () => {
  test.each([
    ['text/html', '<script>alert(1)</script>'],
    ['image/svg+xml', '<svg onload="alert(1)"/>'],
    ['application/xhtml+xml', '<html/>'],
    ['text/xml', '<a/>'],
    ['application/pdf', '%PDF'],
    ['text/javascript', 'alert(1)'],
    ['text/html; charset=utf-7', '<script>'],
  ])('%s is a download in a sandbox', async (mime, text) => {
    const { headers } = await fetch(url + (await keep('public', 'a', mime, text)))
    expect(headers.get('content-disposition')).toBe('attachment')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['image/png', 'image/jpeg', 'audio/mpeg', 'video/mp4'])('%s is shown, unsniffed', async (mime) => {
    const { headers } = await fetch(url + (await keep('public', 'a', mime, '<script>')))
    expect([headers.get('content-disposition'), headers.get('content-type')]).toEqual(['inline', mime])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s changes nothing', async (method) => {
  const path = await keep('public')
  expect((await fetch(url + path, { method })).status).toBe(405)
  expect(await (await fetch(url + path)).text()).toBe('hello')
})

test.each([
  '/vault/',
  '/vault/w1/public',
  '/vault/w1/public/..%2f..%2fsecret',
  '/vault/%2e%2e%2fsecret',
  '/vault/a/b/c/d',
])('%s is no file', async (path) => {
  await writeFile(join(root, 'secret'), 'kept')
  expect((await fetch(url + path)).status).toBe(404)
  expect(reports).toEqual([])
})

test('a link in the folder is not followed', async () => {
  const path = await keep('public')
  const entries = await readdir(join(root, 'files'), { recursive: true, withFileTypes: true })
  const content = entries.find((entry) => entry.isFile() && !entry.name.endsWith('.json'))!
  const place = join(content.parentPath, content.name)
  await rename(place, join(root, 'moved'))
  await symlink(join(root, 'moved'), place)
  expect((await fetch(url + path)).status).toBe(404)
})

test('a deleted file is gone', async () => {
  const path = await keep('public')
  await files('w1').delete(path)
  expect((await fetch(url + path)).status).toBe(404)
})
