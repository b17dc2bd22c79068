import { expect, test } from 'vitest'
import { timeWords } from './time-words.ts'

const noon = '2026-11-24T12:00:00.000Z'
const DAY = /\b2[345]\b/

test.each([
  ['an hour', ['2026-11-24T11:00:00.000Z', noon], false],
  ['a day', ['2026-11-23T12:00:00.000Z', noon], false],
  ['a week', ['2026-11-17T12:00:00.000Z', noon], true],
  ['nothing', [], false],
])('the times of %s have their day: %s, %s', (_, times, hasDay) => {
  expect(DAY.test(timeWords(times)(noon))).toBe(hasDay)
})
