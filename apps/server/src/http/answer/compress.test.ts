import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { chooseEncoding, compress } from './compress.ts'

const json = 'application/json; charset=utf-8'

test.each([
  ['gzip, deflate, br', json, 2000, 'br'],
  ['gzip', json, 2000, 'gzip'],
  ['GZIP;q=0.5', json, 2000, 'gzip'],
  ['br;q=0, gzip', json, 2000, 'gzip'],
  ['br;q=0.0', json, 2000, null],
  ['identity', json, 2000, null],
  [undefined, json, 2000, null],
  ['br', json, 1024, null],
  ['br', 'image/png', 2000, null],
  ['br', 'application/problem+json', 2000, 'br'],
  ['br', 'text/html', 2000, 'br'],
])('%s, %s, %i bytes: %s', (accepted, type, size, encoding) => {
  expect(chooseEncoding(accepted, type, size)).toBe(encoding)
})

test('both encodings come back whole', async () => {
  const body = Buffer.from('cairn '.repeat(1000))
  expect(gunzipSync(await compress(body, 'gzip'))).toEqual(body)
  expect(brotliDecompressSync(await compress(body, 'br'))).toEqual(body)
})
