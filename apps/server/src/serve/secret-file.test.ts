import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSecret } from './secret-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const path = () => join(folder, 'inner', 'secret')

test('it is random, stays the same, and is closed to others', async () => {
  const [first, again] = [await readSecret(path()), await readSecret(path())]
  expect(again).toEqual(first)
  expect(first).toHaveLength(32)
  expect(statSync(path()).mode & 0o777).toBe(0o600)
  rmSync(path())
  expect(await readSecret(path())).not.toEqual(first)
})

test.each([0o640, 0o604, 0o660])('a file of mode %o is refused', async (mode) => {
  await readSecret(path())
  chmodSync(path(), mode)
  await expect(readSecret(path())).rejects.toThrow('Others can read')
})

test.each([
  ['short', 'abc', 'less than 32 bytes'],
  ['all zero', Buffer.alloc(32).toString('base64url'), 'easy to guess'],
  ['a sentence', Buffer.from('change-me-please-this-is-a-secret-key').toString('base64url'), 'easy to guess'],
])('a secret that is %s is refused', async (_, text, message) => {
  await readSecret(path())
  writeFileSync(path(), text)
  await expect(readSecret(path())).rejects.toThrow(message)
})
