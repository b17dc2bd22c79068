import { expect, test } from 'vitest'
import { everyText, untilText } from './next-run.ts'

test.each([
  [1, 'every second'],
  [90, 'every 90 seconds'],
  [300, 'every 5 minutes'],
  [3600, 'every hour'],
  [172_800, 'every 2 days'],
  [0.5, 'every 0.5 seconds'],
])('%s s is %s', (seconds, text) => expect(everyText(seconds)).toBe(text))

const now = new Date('2026-11-24T12:00:00Z')
test.each([
  ['2026-11-24T11:59:00Z', 'due now'],
  ['2026-11-24T12:00:01Z', 'in 1 second'],
  ['2026-11-24T12:05:10Z', 'in 5 minutes'],
  ['2026-11-25T13:00:00Z', 'in 1 day'],
])('%s is %s', (next, text) => expect(untilText(next, now)).toBe(text))
