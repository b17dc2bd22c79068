import { describe, expect, test } from 'vitest'
import { formatTimestamp } from '@cairn/statements'

/** Saturday, 2001-03-10 17:16:18.009 UTC. */
const moment = Date.UTC(2001, 2, 10, 17, 16, 18, 9)

describe('codes', () => {
  test.each([
    ['d D j l N S w z', '10 Sat 10 Saturday 6 th 6 68'],
    ['W o', '10 2001'],
    ['F m M n t L', 'March 03 Mar 3 31 0'],
    ['Y y X x', '2001 01 +2001 2001'],
    ['a A g G h H i s u v', 'pm PM 5 17 05 17 16 18 009000 009'],
    ['B', '761'],
    ['e I O P p T Z', 'UTC 0 +0000 +00:00 Z UTC 0'],
    ['c', '2001-03-10T17:16:18+00:00'],
    ['r', 'Sat, 10 Mar 2001 17:16:18 +0000'],
    ['U', '984244578'],
    ['F j, Y, g:i a', 'March 10, 2001, 5:16 pm'],
    ['\\i\\t \\i\\s \\t\\h\\e jS \\d\\a\\y.', 'it is the 10th day.'],
    ['\\\\', '\\'],
    ['Ymd', '20010310'],
    ['', ''],
  ])('%s = %s', (format, expected) => {
    expect(formatTimestamp(moment, format, 'UTC')).toBe(expected)
  })
})

describe('zones', () => {
  test.each([
    [
      Date.UTC(2025, 0, 15, 12),
      'America/New_York',
      'Y-m-d H:i:s T P I e',
      '2025-01-15 07:00:00 EST -05:00 0 America/New_York',
    ],
    [Date.UTC(2025, 6, 15, 12), 'America/New_York', 'Y-m-d H:i:s T P I', '2025-07-15 08:00:00 EDT -04:00 1'],
    [Date.UTC(2025, 2, 9, 6, 59, 59), 'America/New_York', 'H:i:s', '01:59:59'],
    [Date.UTC(2025, 2, 9, 7), 'America/New_York', 'H:i:s', '03:00:00'],
    [Date.UTC(2025, 10, 2, 5, 30), 'America/New_York', 'H:i T', '01:30 EDT'],
    [Date.UTC(2025, 10, 2, 6, 30), 'America/New_York', 'H:i T', '01:30 EST'],
    [Date.UTC(2025, 0, 15, 20), 'Asia/Kolkata', 'Y-m-d H:i T O', '2025-01-16 01:30 IST +0530'],
    [Date.UTC(2025, 6, 15, 12), 'Europe/Paris', 'H:i T', '14:00 CEST'],
    [Date.UTC(2025, 6, 15, 12), 'Europe/London', 'H:i T', '13:00 BST'],
    [Date.UTC(2025, 6, 15, 12), 'America/Argentina/Buenos_Aires', 'H:i T', '09:00 -03'],
    [Date.UTC(2025, 6, 15, 12), '-03:30', 'H:i e', '08:30 -03:30'],
    [-1, 'UTC', 'Y-m-d H:i:s.v U', '1969-12-31 23:59:59.999 -1'],
    [Date.UTC(2024, 11, 30), 'UTC', 'o-W z', '2025-01 364'],
    [Date.UTC(2023, 0, 1), 'UTC', 'o-W N', '2022-52 7'],
    [Date.UTC(2024, 1, 29), 'UTC', 'L t', '1 29'],
    [Number.NaN, 'UTC', 'Y', ''],
  ])('%d in %s as %s = %s', (at, zone, format, expected) => {
    expect(formatTimestamp(at, format, zone)).toBe(expected)
  })

  test.each([
    [1, 'st'],
    [2, 'nd'],
    [3, 'rd'],
    [4, 'th'],
    [11, 'th'],
    [12, 'th'],
    [13, 'th'],
    [21, 'st'],
    [22, 'nd'],
    [23, 'rd'],
    [31, 'st'],
  ])('the %d is the %s', (day, suffix) => {
    expect(formatTimestamp(Date.UTC(2025, 0, day), 'jS', 'UTC')).toBe(`${day}${suffix}`)
  })
})
