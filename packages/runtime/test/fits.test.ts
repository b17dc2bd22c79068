import { expect, test } from 'vitest'
import { fits } from '../src/index.ts'

test.each([
  ['abcd', 4, true],
  ['abcde', 4, false],
  [new Uint8Array(100), 99, false],
  [{ a: ['bc'] }, 18, true],
  [{ a: ['bc'] }, 17, false],
  [[], 0, true],
  [Array.from({ length: 1_000_000 }, () => 1), 1_000, false],
])('%# fits', (value, room, expected) => {
  expect(fits(value, room)).toBe(expected)
})
