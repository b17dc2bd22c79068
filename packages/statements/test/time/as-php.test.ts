import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formatTimestamp, parsePhrase, parseWithFormat } from '@cairn/statements'

/** What PHP answers: `php/times.php` made these tables from `php/times.json`. */
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`php/${name}.json`, import.meta.url), 'utf8'))
const rowsOf = <Row>(name: string) => (read(name) as { rows: Row[] }).rows
const { bases, formats } = read('times') as { bases: string[]; formats: string }

describe('every date code, at the edges of years, weeks and summer times', () => {
  test.each(rowsOf<[string, string, string]>('formatted'))('%s in %s', (moment, zone, expected) => {
    const letters = formats.split('|')
    const named = (text: string) => Object.fromEntries(text.split('|').map((part, at) => [letters[at], part]))
    const [got, wanted] = [named(formatTimestamp(Date.parse(`${moment}Z`), formats, zone)), named(expected)]
    // Of the times before zones had an offset of whole minutes, Intl keeps no names: the offset stands in.
    if (moment < '1972' && /^[+-]\d/.test(got['T'] ?? '')) wanted['T'] = got['T'] ?? ''
    expect(got).toEqual(wanted)
  })
})

const inSeconds = (milliseconds: number | null) => (milliseconds === null ? false : milliseconds / 1000)

describe('phrases', () => {
  test.each(rowsOf<[string, string, number | false | (number | false)[]]>('phrases'))(
    '%s in %s',
    (phrase, zone, expected) => {
      const got = bases.map((base) => inSeconds(parsePhrase(phrase, Date.parse(`${base}Z`), zone)))
      expect(got).toEqual(Array.isArray(expected) ? expected : bases.map(() => expected))
    },
  )
})

describe('hours, minutes and seconds are elapsed time, and a clock that is not moved shows now', () => {
  test.each(rowsOf<[string, string, string, number]>('elapsed'))('%s from %s in %s', (phrase, from, zone, expected) => {
    expect(inSeconds(parsePhrase(phrase, Date.parse(`${from}Z`), zone))).toBe(expected)
  })
})

/** Ireland's winter is summer time to PHP's database, and Coyhaique had gone over to it for good in the summer before. */
const otherSummer = ['Europe/Dublin', 'America/Coyhaique']

describe('names and offsets of every zone', () => {
  test.each(rowsOf<[string, string, string]>('zones'))('%s', (zone, january, july) => {
    const codes = otherSummer.includes(zone) ? 'T O' : 'T O I'
    for (const [month, expected] of [
      [0, january],
      [6, july],
    ] as const)
      expect(formatTimestamp(Date.UTC(2025, month, 15, 12), codes, zone)).toBe(
        expected.slice(0, codes === 'T O' ? -2 : undefined),
      )
  })
})

describe('texts of a given format', () => {
  test.each(rowsOf<[string, string, string, number | false]>('parsed'))(
    '%s as %s in %s',
    (text, format, zone, expected) => {
      expect(inSeconds(parseWithFormat(text, format, zone, 0))).toBe(expected)
    },
  )
})
