import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileResource } from '@cairn/statements'
import { createFilesPort } from '../../src/ports/files-port.ts'
import { createFileStore, type FileStore } from '../../src/ports/files/file-store.ts'

let root: string
let now: number
let store: FileStore
const secret = Buffer.from('a secret of these tests, 32 bytes')

const open = (workspace: string, key: Uint8Array = secret) =>
  createFileStore({ directory: join(root, 'files'), workspace, secret: key, clock: { now: () => now } })
const file = (name = 'a.txt', mime = 'text/plain', text = 'hello') => new FileResource(name, mime, Buffer.from(text))
const everything = async () => (await readdir(root, { recursive: true })).toSorted()

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cairn-files-'))
  now = 1_700_000_000_500
  store = open('w1')
})

afterEach(() => rm(root, { recursive: true }))

test('a stored file reads back', async () => {
  const stored = await store.store(file(), 'public')
  const path = expect.stringMatching(/^\/vault\/w1\/public\/[\w-]{32}\/a\.txt$/)
  expect(stored).toEqual({ path, name: 'a.txt', mime: 'text/plain', size: 5, access: 'public', meta: {} })
  const read = await store.read(stored.path)
  expect([read.name, read.mime, Buffer.from(read.data).toString()]).toEqual(['a.txt', 'text/plain', 'hello'])
})

test('a stored file is read part by part, and closed when it is left', async () => {
  const stored = await store.store(file('big.bin', 'text/plain', 'x'.repeat(300_000)), 'private')
  const sizes: number[] = []
  for await (const part of store.stream(stored.path)) sizes.push(part.length)
  expect(sizes.length).toBeGreaterThan(2)
  expect(sizes.reduce((sum, size) => sum + size)).toBe(300_000)
  for await (const part of store.stream(stored.path)) {
    expect(part.length).toBeLessThan(300_000)
    break
  }
  await expect(store.stream(stored.path.replace('w1', 'w2'))[Symbol.asyncIterator]().next()).rejects.toMatchObject({
    reason: 'file_not_found',
  })
})

test('a file with no content reads back', async () => {
  const stored = await store.store(file('empty', 'text/plain', ''), 'private')
  expect((await store.read(stored.path)).size).toBe(0)
})

test('a deleted file leaves nothing', async () => {
  const stored = await store.store(file(), 'private')
  await store.delete(stored.path)
  await expect(store.read(stored.path)).rejects.toMatchObject({ status: 404, reason: 'file_not_found' })
  await expect(store.delete(stored.path)).rejects.toMatchObject({ reason: 'file_not_found' })
  const left = await readdir(root, { recursive: true, withFileTypes: true })
  expect(left.filter((entry) => entry.isFile())).toEqual([])
})

test('files are readable by their owner alone', async () => {
  await store.store(file(), 'public')
  for (const path of await everything()) expect((await stat(join(root, path))).mode & 0o077).toBe(0)
})

test.each([
  ['../../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\system.ini', 'system.ini'],
  ['/etc/cron.d/job', 'job'],
  ['..', 'file'],
  ['.', 'file'],
  ['...', 'file'],
  ['', 'file'],
  ['a/', 'file'],
  ['a\0.txt', 'a.txt'],
  ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie x=1.txt'],
  ['"><script>.svg', 'script.svg'],
  ['photo\u202Egpj.exe', 'photogpj.exe'],
  ['\uD800.txt', '.txt'],
  ['C:\\x:stream', 'xstream'],
  ['%2e%2e%2fa', '%2e%2e%2fa'],
  ['é ☃.png', 'é ☃.png'],
  [`${'x'.repeat(500)}.jpeg`, `${'x'.repeat(145)}.jpeg`],
])('the name %j becomes %j and takes no part in the disk', async (name, expected) => {
  const stored = await store.store(file(name), 'private')
  expect(stored.name).toBe(expected)
  expect((await store.read(stored.path)).name).toBe(expected)
  const id = stored.path.split('/')[4] ?? ''
  const folder = join('files', 'w1', 'private', id.slice(0, 2))
  const kept = [folder, join(folder, id), join(folder, `${id}.json`)]
  expect(await everything()).toEqual(['files', join('files', 'w1'), join('files', 'w1', 'private'), ...kept])
})

test.each([
  ['text/html; charset=utf-8', 'application/octet-stream'],
  ['text/html\r\nX: 1', 'application/octet-stream'],
  ['', 'application/octet-stream'],
  ['Image/SVG+XML', 'image/svg+xml'],
])('the type %j is kept as %j', async (mime, expected) => {
  expect((await store.store(file('a', mime), 'public')).mime).toBe(expected)
})

test.each([
  '',
  '/',
  'PATH/..',
  'PATH/../a.txt',
  'PATH?x=1',
  'PATH#x',
  'PATH%00',
  '/PATH',
  'http://host/PATH',
  '/vault/w1/private/../../../secret/a.txt',
  '/vault/w1/private/..%2f..%2f..%2f..%2f..%2f..%2fsecret/a.txt',
  '/vault/w1/private/%2e%2e/%2e%2e/secret',
  '/vault/../w1/private/ID/a.txt',
  '/vault/w1/../private/ID/a.txt',
  '/vault/w2/private/ID/a.txt',
  '/vault/w1/public/ID/a.txt',
  '/vault/w1/private/ID/b.txt',
  '/vault/w1/private/ID/%61.txt',
  '/vault/w1/private/ID.json/a.txt',
  '/vault/w1/private/ID/',
  '/vault/w1/private/ID/a.txt/a.txt',
  '/vault/w1/private/ID\n/a.txt',
  '/vault/w1/private/ID/a.txt\n',
  '\\vault\\w1\\private\\ID\\a.txt',
  '../secret',
])('the path %j reaches no file', async (attack) => {
  const { path } = await store.store(file(), 'private')
  await writeFile(join(root, 'secret'), 'kept')
  const tried = attack.replace('PATH', path).replace('ID', path.split('/')[4] ?? '')
  for (const reach of [store.read, store.delete, (other: string) => store.sign(other, 60)]) {
    await expect(reach(tried)).rejects.toMatchObject({ status: 404, reason: 'file_not_found' })
  }
  expect(store.allows(tried, new URLSearchParams()) && tried.includes('/private/')).toBe(false)
  expect(await readFile(join(root, 'secret'), 'utf8')).toBe('kept')
  expect((await store.read(path)).size).toBe(5)
})

test('a workspace does not reach the files of another', async () => {
  const { path } = await store.store(file(), 'public')
  await expect(open('w2').read(path)).rejects.toMatchObject({ reason: 'file_not_found' })
  expect(open('w2').allows(path, new URLSearchParams())).toBe(false)
})

test.each(['', '.', '..', '../w2', 'a/b', 'a\\b', 'a b', 'w1\n', 'x'.repeat(65)])(
  'the workspace %j gets no folder',
  (id) => {
    expect(() => open(id)).toThrow(RangeError)
  },
)

test('anyone may have a public file', async () => {
  const { path } = await store.store(file(), 'public')
  expect(store.allows(path, new URLSearchParams())).toBe(true)
})

const changes: [name: string, change: (query: URLSearchParams) => void, milliseconds: number, allowed: boolean][] = [
  ['as signed', () => undefined, 0, true],
  ['just in time', () => undefined, 59_000, true],
  ['too late', () => undefined, 60_000, false],
  ['with a later time', (query) => query.set('expires', '9999999999'), 0, false],
  ['with another form of its time', (query) => query.set('expires', 'Infinity'), 0, false],
  ['without a time', (query) => query.delete('expires'), 0, false],
  ['without a signature', (query) => query.delete('signature'), 0, false],
  [
    'with a signature cut short',
    (query) => query.set('signature', query.get('signature')?.slice(0, -2) ?? ''),
    0,
    false,
  ],
  ['with another signature', (query) => query.set('signature', 'A'.repeat(43)), 0, false],
]

test.each(changes)('a signed URL %s', async (_, change, milliseconds, allowed) => {
  const { path } = await store.store(file(), 'private')
  const signed = await createFilesPort(store, 'https://app.test/').signUrl(path, 60)
  expect(signed.startsWith(`https://app.test${path}?expires=1700000060&signature=`)).toBe(true)
  const query = new URL(signed).searchParams
  change(query)
  now += milliseconds
  expect(store.allows(path, query)).toBe(allowed)
})

test('a signature opens the one file it was made for', async () => {
  const [first, second] = [await store.store(file(), 'private'), await store.store(file(), 'private')]
  const query = new URL(await store.sign(first.path, 60), 'https://app.test').searchParams
  expect(store.allows(second.path, query)).toBe(false)
})

test('a signature of another secret opens nothing', async () => {
  const { path } = await store.store(file(), 'private')
  const forged = await open('w1', Buffer.from('another secret of these tests, 32')).sign(path, 60)
  expect(store.allows(path, new URL(forged, 'https://app.test').searchParams)).toBe(false)
})

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e12])('a ttl of %d is refused', async (ttl) => {
  const { path } = await store.store(file(), 'private')
  await expect(store.sign(path, ttl)).rejects.toMatchObject({ reason: 'invalid_argument' })
})
