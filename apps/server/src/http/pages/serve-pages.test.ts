import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { servePages } from './serve-pages.ts'

async function build(): Promise<{ url: string; port: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-pages-'))
  mkdirSync(join(folder, 'out/_next/static'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'out/index.html'), '<p>home')
  writeFileSync(join(folder, 'out/login.html'), '<p>login')
  writeFileSync(join(folder, 'out/404.html'), '<p>lost')
  writeFileSync(join(folder, 'out/_next/static/a.js'), 'a'.repeat(2000))
  writeFileSync(join(folder, 'out/_next/static/a.js.br'), brotliCompressSync('a'.repeat(2000)))
  writeFileSync(join(folder, 'out/_next/static/b.js'), 'b'.repeat(2000))
  const handler = servePages(join(folder, 'out'), () => "default-src 'self'")
  const server = createServer((incoming, outgoing) => void handler(incoming, outgoing))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port }
}

test.each([
  ['/', 200, '<p>home'],
  ['/login', 200, '<p>login'],
  ['/login?next=/', 200, '<p>login'],
  ['/nope', 404, '<p>lost'],
])('%s', async (path, status, body) => {
  const { url } = await build()
  const response = await fetch(url + path)
  expect([response.status, await response.text()]).toEqual([status, body])
  expect(response.headers.get('content-security-policy')).toBe("default-src 'self'")
  expect(response.headers.get('x-frame-options')).toBe('DENY')
})

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '//secret.txt', '/_next/../../secret.txt'])(
  '%s stays inside the build',
  async (path) => {
    const { port } = await build()
    const socket = connect(port, '127.0.0.1')
    socket.end(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    const chunks: Buffer[] = []
    for await (const chunk of socket) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    expect(text).toContain('HTTP/1.1 404')
    expect(text).not.toContain('secret')
  },
)

test('what is named for its content may be kept, pages are asked for again', async () => {
  const { url } = await build()
  expect((await fetch(`${url}/_next/static/a.js`)).headers.get('cache-control')).toContain('immutable')
  expect((await fetch(`${url}/`)).headers.get('cache-control')).toBe('no-cache')
})

test('what the build compressed is sent so to who takes it, and has no address of its own', async () => {
  const { url } = await build()
  const ask = async (path: string, accept: string) => {
    const response = await fetch(url + path, { headers: { 'accept-encoding': accept } })
    return [response.status, response.headers.get('content-encoding'), (await response.text()).length]
  }
  expect(await ask('/_next/static/a.js', 'br')).toEqual([200, 'br', 2000])
  expect(await ask('/_next/static/a.js', 'gzip')).toEqual([200, null, 2000])
  expect(await ask('/_next/static/b.js', 'br')).toEqual([200, null, 2000])
  expect((await ask('/_next/static/a.js.br', 'br'))[0]).toBe(404)
})

test('a page takes no POST', async () => {
  const { url } = await build()
  const response = await fetch(url, { method: 'POST' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})
