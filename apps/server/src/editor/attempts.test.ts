import { expect, test } from 'vitest'
import { createAttempts } from './attempts.ts'

test('what was right does not count, and takes back nothing of what was wrong', () => {
  const attempts = createAttempts(2, 60_000, { now: () => new Date(0) })
  for (let right = 0; right < 5; right++) {
    expect(attempts.take('here')).toBe(0)
    attempts.giveBack('here')
  }
  expect([attempts.take('here'), attempts.take('here'), attempts.take('here')]).toEqual([0, 0, 60])
})
