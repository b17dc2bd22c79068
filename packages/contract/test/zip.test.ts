import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { packFolder, unpackFolder, ZipError } from '../src/index.ts'

const files = [
  { path: 'table/user.xs', text: 'table "user" {\n}\n' },
  { path: 'api/ünï.xs', text: '// ✓\n' },
]

test('a folder comes out as it went in', () => {
  expect(unpackFolder(packFolder(files))).toEqual(files)
})

test('a folder around all of it goes, and what is no .xs file', () => {
  const entries = { 'my-app/a.xs': 'a', 'my-app/b/c.xs': 'c', 'my-app/readme.md': 'x', '__MACOSX/my-app/a.xs': 'x' }
  const zip = zipSync(Object.fromEntries(Object.entries(entries).map(([path, text]) => [path, strToU8(text)])))
  expect(unpackFolder(zip).map(({ path }) => path)).toEqual(['a.xs', 'b/c.xs'])
})

test('a zip of more than it may hold is refused before it is unpacked', () => {
  const bomb = zipSync({ 'a.xs': new Uint8Array(50 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(100_000)
  expect(() => unpackFolder(bomb)).toThrow('more than 32 MB')
  expect(() => unpackFolder(packFolder(files), { files: 1, bytes: 1_000 })).toThrow('more than 1 files')
})

test('a zip that unpacks to more than it says gives no more than it said', () => {
  const zip = zipSync({ 'a.xs': new Uint8Array(5_000_000) })
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  // The size in the central directory, which stands before its end record of 22 bytes.
  const central = view.getUint32(zip.length - 22 + 16, true)
  view.setUint32(central + 24, 10, true)
  const sizes = () => unpackFolder(zip, { files: 10, bytes: 1_000 }).map(({ text }) => text.length)
  expect(sizeOrRefusal(sizes)).toBeLessThanOrEqual(10)
})

test.each([new Uint8Array(0), strToU8('no zip at all'), packFolder(files).slice(0, 60)])('no zip %#', (bytes) => {
  expect(() => unpackFolder(bytes)).toThrow(ZipError)
})

const sizeOrRefusal = (sizes: () => number[]): number => {
  try {
    return sizes()[0] ?? 0
  } catch (error) {
    if (error instanceof ZipError) return 0
    throw error
  }
}
