import { describe, expect, test } from 'vitest'
import { isDue, nextDue } from './next-due.ts'

const [hour, day] = [3_600_000, 86_400_000]
const start = Date.UTC(2026, 0, 1)
const hourly = { startsOn: start, freq: 3600, endsOn: null }

describe('when a schedule is due', () => {
  test.each([
    ['its start lies ahead', [hourly], start - day, start],
    ['its start itself is past then', [hourly], start, start + hour],
    ['between two rounds', [hourly], start + 90 * 60_000, start + 2 * hour],
    ['once, ahead', [{ startsOn: start, freq: null, endsOn: null }], start - 1, start],
    ['once, over', [{ startsOn: start, freq: null, endsOn: null }], start, null],
    ['the end is part of it', [{ ...hourly, endsOn: start + hour }], start, start + hour],
    ['after its end', [{ ...hourly, endsOn: start + hour }], start + hour, null],
    ['the earlier of two', [hourly, { startsOn: start + 60_000, freq: 7200, endsOn: null }], start, start + 60_000],
    ['parts of a second', [{ startsOn: start, freq: 0.5, endsOn: null }], start, start + 500],
    ['no event', [], start, null],
  ])('%s', (_case, schedule, after, expected) => {
    expect(nextDue(schedule, after)).toBe(expected)
  })
})

test.each([
  [start, true],
  [start + hour, true],
  [start + 1, false],
  [start - hour, false],
])('whether it is due at %s', (moment, expected) => {
  expect(isDue([hourly], moment)).toBe(expected)
})
