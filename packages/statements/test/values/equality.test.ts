import { expect, test } from 'vitest'
import { compare, looseEquals, strictEquals } from '../../src/values/equality.ts'
import type { Value } from '../../src/values/value.ts'

const values: Value[] = [true, false, 1, 0, -1, '1', '0', '-1', null, [], 'php', '']

/** The table of loose comparison that PHP 8 documents, row by row in the order of `values`; x is equal. */
const loose = [
  'x.x.xx.x..x.', // true
  '.x.x..x.xx.x', // false
  'x.x..x......', // 1
  '.x.x..x.x...', // 0
  'x...x..x....', // -1
  'x.x..x......', // "1"
  '.x.x..x.....', // "0"
  'x...x..x....', // "-1"
  '.x.x....xx.x', // null
  '.x......xx..', // []
  'x.........x.', // "php"
  '.x......x..x', // ""
]

const cells = values.flatMap((left, row) =>
  values.map((right, column) => [left, right, loose[row]?.[column] === 'x'] as const),
)

test.each(cells)('%j == %j is %j', (left, right, equal) => {
  expect(looseEquals(left, right)).toBe(equal)
})

test.each<[Value, Value, boolean]>([
  ['abc', 0, false],
  ['abc', 'ABC', false],
  ['1', '01', true],
  ['10', '1e1', true],
  [100, '1e2', true],
  [' 1', '1', true],
  ['1 ', 1, true],
  ['1 apple', 1, false],
  ['12345678901234567890', '12345678901234567891', false],
  [[1, '2'], ['1', 2], true],
  [[1, 2], [2, 1], false],
  [{ a: 1, b: null }, { b: false, a: '1' }, true],
  [{ a: 1 }, { b: 1 }, false],
  [[1], { '0': 1 }, true],
  [[], {}, true],
  [{}, null, true],
  [[0], 0, false],
  [Number.NaN, Number.NaN, false],
])('%j == %j is %j', (left, right, equal) => {
  expect(looseEquals(left, right)).toBe(equal)
  expect(looseEquals(right, left)).toBe(equal)
})

test.each<[Value, Value, boolean]>([
  [1, '1', false],
  [null, false, false],
  [[1, { a: 2 }], [1, { a: 2 }], true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [[1], { '0': 1 }, false],
])('%j === %j is %j', (left, right, same) => {
  expect(strictEquals(left, right)).toBe(same)
})

test.each<[Value, Value, number]>([
  [1, 2, -1],
  ['10', '9', 1],
  ['10', 9, 1],
  ['abc', 5, 1],
  ['a', 'b', -1],
  [null, 1, -1],
  [null, '', 0],
  [true, false, 1],
  [[1, 2], [1, 3], -1],
  [[9], [1, 1], -1],
  [[], 5, 1],
  [{ a: 1 }, { b: 1 }, Number.NaN],
  ['2025-01-02', '2025-01-10', -1],
  ['｡', '😀', -1],
  ['a', 'ab', -1],
])('compare(%j, %j) has the sign of %j', (left, right, sign) => {
  expect(Math.sign(compare(left, right))).toBe(sign)
})
