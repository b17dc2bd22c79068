import { fakeContext } from '@cairn/testing'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { FileResource, type Run, type Value } from '../../src/index.ts'
import { run as addToArchive } from '../../src/statements/zip/add-to-archive.ts'
import { run as createArchive } from '../../src/statements/zip/create-archive.ts'
import { run as deleteFromArchive } from '../../src/statements/zip/delete-from-archive.ts'
import { run as extract } from '../../src/statements/zip/extract.ts'
import { run as viewContents } from '../../src/statements/zip/view-contents.ts'

const text = (content: string) => new TextEncoder().encode(content)
const fileOf = (name: string, content: Uint8Array | string) =>
  new FileResource(name, 'text/plain', typeof content === 'string' ? text(content) : content)

/** A zip as some other program makes it. */
function zipOf(files: Record<string, Uint8Array>): FileResource {
  return new FileResource('a.zip', 'application/zip', zipSync(files, { level: 6 }))
}

const call = async (run: Run, args: Record<string, Value>) => run(args, fakeContext())
const textsOf = async (args: Record<string, Value>) =>
  ((await call(extract, args)) as FileResource[]).map(({ data }) => new TextDecoder().decode(data))
const reasonOf = (run: Run, args: Record<string, Value>) =>
  call(run, args).then(
    () => 'done',
    (error: { reason: string }) => error.reason,
  )

/** Puts another name in the place of one of the same length, in both headers. */
function renamed(zip: FileResource, from: string, to: string): FileResource {
  const latin = Buffer.from(zip.data).toString('latin1').replaceAll(from, to)
  return new FileResource(zip.name, zip.mime, Buffer.from(latin, 'latin1'))
}

describe('an archive locked with a password', () => {
  test.each(['standard', 'AES-128', 'AES-192', 'AES-256'])('%s opens with it alone', async (password_encryption) => {
    const empty = await call(createArchive, { filename: 'a.zip', password: 'pw', password_encryption })
    const zip = await call(addToArchive, { zip: empty, file: fileOf('a.txt', 'hello') })
    const plain = new FileResource('a.zip', '', (zip as FileResource).data)
    expect(await call(viewContents, { zip: plain })).toMatchObject([{ name: 'a.txt', encrypted: true }])
    expect(Buffer.from(plain.data).includes('hello')).toBe(false)
    expect(await reasonOf(extract, { zip: plain })).toBe('archive_password')
    expect(await reasonOf(extract, { zip: plain, password: 'no' })).toBe('archive_password')
    expect(await textsOf({ zip: plain, password: 'pw' })).toEqual(['hello'])
    // In the hands of the stack that made it, it is known how it is locked.
    expect(await textsOf({ zip })).toEqual(['hello'])
  })

  test('stays locked when files are added and deleted', async () => {
    const empty = await call(createArchive, { filename: 'a.zip', password: 'pw', password_encryption: 'AES-256' })
    let zip = empty
    for (const name of ['a.txt', 'b.txt', 'c.txt']) {
      zip = await call(addToArchive, { zip, file: fileOf(name, name), password: '', password_encryption: '' })
    }
    zip = await call(deleteFromArchive, { zip, filename: 'b.txt' })
    expect(await call(viewContents, { zip })).toMatchObject([
      { name: 'a.txt', encrypted: true },
      { name: 'c.txt', encrypted: true },
    ])
    expect(await textsOf({ zip })).toEqual(['a.txt', 'c.txt'])
  })

  test('an unknown encryption is refused before anything is made', async () => {
    const args = { filename: 'a.zip', password: 'pw', password_encryption: 'AES-512' }
    expect(await reasonOf(createArchive, args)).toBe('invalid_argument')
  })
})

test('a file of the same name is replaced', async () => {
  let zip = await call(createArchive, { filename: 'a.zip' })
  for (const content of ['old', 'new']) zip = await call(addToArchive, { zip, file: fileOf('a.txt', content) })
  expect(await textsOf({ zip })).toEqual(['new'])
})

test('the archive before stays as it was', async () => {
  const before = await call(createArchive, { filename: 'a.zip' })
  await call(addToArchive, { zip: before, file: fileOf('a.txt', 'x') })
  expect(await call(viewContents, { zip: before })).toEqual([])
})

describe('no name leads out of the folder that is unpacked to (class 12)', () => {
  test.each([
    '../../a.txt',
    '/root/a.txt',
    '..\\..\\a.txt',
    'C:/aaa.txt',
    'a/../../b.tx',
    './././a.txt',
    'a//b/c/d.txt',
  ])('%j', async (name) => {
    const zip = renamed(zipOf({ ['x'.repeat(name.length)]: text('x') }), 'x'.repeat(name.length), name)
    expect(await reasonOf(extract, { zip })).toBe('archive_path')
    expect(await reasonOf(addToArchive, { zip: zipOf({}), file: fileOf('a', 'x'), filename: name })).toBe(
      'archive_path',
    )
  })
})

describe('a bomb is stopped (class 22)', () => {
  test('by what it says of itself', async () => {
    const zip = zipOf({ a: new Uint8Array(50 * 1024 * 1024) })
    expect(zip.size).toBeLessThan(100_000)
    for (const run of [extract, viewContents]) expect(await reasonOf(run, { zip })).toBe('archive_too_large')
  })

  test('by what comes out of it, when it lies', async () => {
    const size = 50 * 1024 * 1024
    const zip = zipOf({ a: new Uint8Array(size) })
    const data = Buffer.from(zip.data)
    const [said, small] = [Buffer.alloc(4), Buffer.alloc(4)]
    said.writeUInt32LE(size)
    small.writeUInt32LE(100)
    for (let at = data.indexOf(said); at >= 0; at = data.indexOf(said, at + 4)) small.copy(data, at)
    expect(await reasonOf(extract, { zip: new FileResource('a.zip', '', data) })).toMatch(/^archive_/)
  })

  test('by how much is in it together, also where no file is packed tightly', async () => {
    const part = crypto.getRandomValues(new Uint8Array(60_000))
    const noise = Buffer.concat(Array.from({ length: 4 }, () => part))
    const zip = zipOf({ a: noise, b: noise, c: noise, d: noise })
    expect(zip.size).toBeGreaterThan(120_000_000 / 200)
    const data = Buffer.from(zip.data)
    const entry = Buffer.from('PK\u0001\u0002')
    for (let at = data.indexOf(entry); at >= 0; at = data.indexOf(entry, at + 4))
      data.writeUInt32LE(30_000_000, at + 24)
    expect(await reasonOf(viewContents, { zip: new FileResource('a.zip', '', data) })).toBe('archive_too_large')
  })

  test('by how many files it has', async () => {
    const files = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`f${index}`, new Uint8Array(0)]))
    expect(await reasonOf(viewContents, { zip: zipOf(files) })).toBe('archive_too_large')
  })

  test('by files that lie inside each other', async () => {
    const zip = zipOf({ aa: text('x'.repeat(500)), bb: text('y'.repeat(500)) })
    const data = Buffer.from(zip.data)
    const central = data.lastIndexOf(Buffer.from('PK\u0001\u0002'))
    data.writeUInt32LE(0, central + 42)
    expect(await reasonOf(extract, { zip: new FileResource('a.zip', '', data) })).toBe('archive_unreadable')
  })
})

describe('what is no archive is refused', () => {
  test.each<[string, (zip: FileResource) => Uint8Array]>([
    ['nothing', () => new Uint8Array(0)],
    ['text', () => text('hello, world, this is no zip at all')],
    ['half of one', ({ data }) => data.subarray(0, data.length >> 1)],
    ['one with other content', ({ data }) => data.map((byte, at) => (at > 35 && at < 60 ? byte ^ 0xff : byte))],
    ['noise', ({ data }) => data.map((_, at) => (at * 7919) & 0xff)],
  ])('%s', async (_, broken) => {
    const zip = zipOf({ 'a.txt': text('some text that is packed, and packed, and packed again') })
    expect(await reasonOf(extract, { zip: new FileResource('a.zip', '', broken(zip)) })).toBe('archive_unreadable')
  })

  test.each<[Value]>([['text'], [null], [{ a: 1 }]])('%j is no file', async (zip) => {
    expect(await reasonOf(viewContents, { zip })).toBe('invalid_argument')
  })
})
