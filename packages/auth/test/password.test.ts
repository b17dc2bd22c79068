import { expect, test } from 'vitest'
import { hashPassword, isOutdated, verifyPassword } from '../src/index.ts'

const cheap = { N: 16, r: 1, p: 1 }

test('the right password passes, others do not', async () => {
  const hash = await hashPassword('correct horse', cheap)
  expect(hash).toMatch(/^scrypt\$16\$1\$1\$/)
  expect(await verifyPassword('correct horse', hash)).toBe(true)
  expect(await verifyPassword('Correct horse', hash)).toBe(false)
})

test('the same password is hashed differently each time', async () => {
  expect(await hashPassword('x', cheap)).not.toBe(await hashPassword('x', cheap))
})

test.each([[null], [undefined], [true], [0], [{}], [['correct horse']], [{ $ne: '' }], ['x'.repeat(2000)]])(
  '%o is no password',
  async (value) => {
    const hash = await hashPassword('correct horse', cheap)
    expect(await verifyPassword(value, hash)).toBe(false)
    await expect(hashPassword(value, cheap)).rejects.toMatchObject({ reason: 'invalid_password' })
  },
)

test.each([
  [null],
  [{}],
  [''],
  ['correct horse'],
  ['scrypt$3$1$1$aaaaaaaaaaaaaaaaaaaaaa$b'],
  ['scrypt$99999999$999$1$aaaaaaaaaaaaaaaaaaaaaa$' + 'a'.repeat(43)],
])('%o is no hash', async (hash) => {
  expect(await verifyPassword('correct horse', hash)).toBe(false)
})

test('a hash of another cost is outdated', async () => {
  const hash = await hashPassword('x', cheap)
  expect(isOutdated(hash, cheap)).toBe(false)
  expect(isOutdated(hash)).toBe(true)
})
