import { expect, test } from 'vitest'
import { barsOf, scaleEnd } from './bars.ts'

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [5, 5],
  [6, 10],
  [11, 20],
  [201, 500],
  [999_999, 1_000_000],
])('a scale for %d ends at %d', (count, end) => {
  expect(scaleEnd(count)).toBe(end)
})

test('errors are a part of the requests, never on top of them', () => {
  expect(barsOf([{ hour: 'h', requests: 8, errors: 2 }], 10)).toEqual([{ hour: 'h', errors: 0.2, rest: 0.6 }])
})
