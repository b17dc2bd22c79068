import { expect, test } from 'vitest'
import { checkWhole } from '../../src/values/visits.ts'
import type { Value } from '../../src/values/value.ts'

const doubled = (times: number, first: Value): Value => {
  let value = first
  for (let round = 0; round < times; round++) value = [value, value]
  return value
}
const rows = (count: number): Value => Array.from({ length: count }, (_, id) => ({ id, tags: ['a', 'b'] }))
const refused = expect.objectContaining({ reason: 'value_too_large' })
const outcome = (value: Value, most: number): unknown => {
  try {
    checkWhole(value, most)
    return 'whole'
  } catch (error) {
    return error
  }
}

/** Each row is a member, and has two of its own and two tags. */
test.each([
  ['as many as may be', rows(100_000), 500_000, 'whole'],
  ['one more', rows(100_000), 499_999, refused],
  ['held twice, as many as may be', [rows(100_000), rows(100_000)], 1_000_002, 'whole'],
  ['the same twice, as many as may be', doubled(1, rows(100_000)), 1_000_002, 'whole'],
  ['the same twice, one more', doubled(1, rows(100_000)), 1_000_001, refused],
  ['a part held 2^16 times, as many as may be', doubled(16, 1), 131_070, 'whole'],
  ['a part held 2^16 times, one more', doubled(16, 1), 131_069, refused],
  ['an object held 2^16 times', doubled(16, { a: 1 }), 131_070 + 65_536, 'whole'],
  ['what inherits members has none of them', Object.assign(Object.create(null), { a: [1] }) as Value, 2, 'whole'],
])('%s', (_what, value, most, expected) => {
  expect(outcome(value, most)).toEqual(expected)
})

test('what holds itself many times over is refused by its parts, not by going through all of them', () => {
  const begun = performance.now()
  for (let round = 0; round < 20; round++) expect(outcome(doubled(40, { a: 1 }), Number.MAX_SAFE_INTEGER)).toBe('whole')
  expect(performance.now() - begun).toBeLessThan(2000)
})
