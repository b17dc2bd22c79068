import { weekdayOf } from '../civil.ts'
import { monthOf } from '../names.ts'
import { setDate, setTime, type Phrase } from './phrase.ts'
import {
  blank,
  dayFull,
  dayNumber,
  fullYear,
  hour12,
  hour24,
  hour24Full,
  hourOf,
  meridian,
  minuteFull,
  minutePart,
  monthFull,
  monthNumber,
  monthOrRoman,
  monthWord,
  pattern,
  secondFull,
  secondPart,
  toNumberOrZero,
  type Rule,
} from './rule.ts'

const gap = '[ \\t.-]*'
const afterDay = '[,.stndrh\\t ]+'

/** Dates in digits: `2025-01-02`, `01/31/2000`, `31.1.2000`, `2025-W01-1`. */
const digitRules: readonly Rule[] = [
  {
    pattern: pattern(`([+-]?\\d{4})-${monthFull}-${dayFull}`),
    read: (phrase, [, year, month, day]) => setDate(phrase, Number(year), Number(month), Number(day)),
  },
  {
    pattern: pattern(`([+-]\\d{5,6})-${monthFull}-${dayFull}`),
    read: (phrase, [, year, month, day]) => setDate(phrase, Number(year), Number(month), Number(day)),
  },
  {
    pattern: pattern(`(\\d{4})/${monthNumber}/(3[01]|[0-2]?\\d)/?`),
    read: (phrase, [, year, month, day]) => setDate(phrase, Number(year), Number(month), Number(day)),
  },
  {
    pattern: pattern(`(\\d{1,4})-${monthNumber}-(3[01]|[0-2]?\\d)`),
    read: (phrase, [, year = '', month, day]) => setDate(phrase, fullYear(year), Number(month), Number(day)),
  },
  {
    pattern: pattern(`(\\d{4})-${monthNumber}`),
    read: (phrase, [, year, month]) => setDate(phrase, Number(year), Number(month), 1),
  },
  {
    pattern: pattern(`(\\d{4})${monthFull}${dayFull}`),
    read: (phrase, [, year, month, day]) => setDate(phrase, Number(year), Number(month), Number(day)),
  },
  {
    pattern: pattern(`${monthNumber}/${dayNumber}(?:/(\\d{1,4}))?`),
    read: (phrase, [, month, day, year]) =>
      setDate(phrase, year === undefined ? null : fullYear(year), Number(month), Number(day)),
  },
  {
    pattern: pattern(`${dayNumber}[.\\t-]${monthNumber}[.-](\\d{4})`),
    read: (phrase, [, day, month, year]) => setDate(phrase, Number(year), Number(month), Number(day)),
  },
  {
    pattern: pattern(`${dayNumber}[.\\t]${monthNumber}\\.(\\d{2})`),
    read: (phrase, [, day, month, year = '']) => setDate(phrase, fullYear(year), Number(month), Number(day)),
  },
  {
    pattern: pattern('(\\d{4})[.-]?(36[0-6]|3[0-5]\\d|[12]\\d\\d|0[1-9]\\d|00[1-9])'),
    read: (phrase, [, year, days]) => setDate(phrase, Number(year), 1, Number(days)),
  },
  {
    pattern: pattern('(\\d{4})-?W(5[0-3]|[1-4]\\d|0[1-9])(?:-?([0-7]))?'),
    read: (phrase, [, year, week, weekday = '1']) => setIsoWeek(phrase, Number(year), Number(week), Number(weekday)),
  },
  {
    pattern: pattern('\\d{4}'),
    read(phrase, [year]) {
      phrase.year = Number(year)
      return true
    },
  },
]

/** Dates with the name of a month. */
const namedRules: readonly Rule[] = [
  {
    pattern: pattern(`${dayNumber}${gap}${monthOrRoman}${gap}(\\d{1,4})`),
    read: (phrase, [, day, name, roman, year = '']) =>
      setDate(phrase, fullYear(year), monthFrom(name ?? roman), Number(day)),
  },
  {
    pattern: pattern(`${monthOrRoman}${gap}(\\d{4})`),
    read: (phrase, [, name, roman, year]) => setDate(phrase, Number(year), monthFrom(name ?? roman), 1),
  },
  {
    pattern: pattern(`(\\d{4})${gap}${monthOrRoman}`),
    read: (phrase, [, year, name, roman]) => setDate(phrase, Number(year), monthFrom(name ?? roman), 1),
  },
  {
    pattern: pattern(`${monthOrRoman}${gap}(3[01]|[0-2]?\\d)${afterDay}(\\d{1,4})`),
    read: (phrase, [, name, roman, day, year = '']) =>
      setDate(phrase, fullYear(year), monthFrom(name ?? roman), Number(day)),
  },
  {
    pattern: pattern(`${monthOrRoman}${gap}(3[01]|[0-2]?\\d)(?:${afterDay}|$)`),
    read: (phrase, [, name, roman, day]) => setDate(phrase, null, monthFrom(name ?? roman), Number(day)),
  },
  {
    pattern: pattern(`${dayNumber}${gap}${monthOrRoman}`),
    read: (phrase, [, day, name, roman]) => setDate(phrase, null, monthFrom(name ?? roman), Number(day)),
  },
  {
    pattern: pattern(`(\\d{1,4})-${monthWord}-${dayFull}`),
    read: (phrase, [, year = '', name, day]) => setDate(phrase, fullYear(year), monthFrom(name), Number(day)),
  },
  {
    pattern: pattern(`${monthWord}-${dayFull}-(\\d{1,4})`),
    read: (phrase, [, name, day, year = '']) => setDate(phrase, fullYear(year), monthFrom(name), Number(day)),
  },
  { pattern: pattern(monthWord), read: (phrase, [, name]) => setDate(phrase, null, monthFrom(name), null) },
]

/** A date with its time, where the parts alone would read otherwise: `May 18th 5:05 pm`, Exif, access logs. */
const dateAndTimeRules: readonly Rule[] = [
  {
    pattern: pattern(
      `${monthOrRoman}${gap}(3[01]|[0-2]?\\d)${afterDay}${hour12}[:.]${minuteFull}(?:[:.]${secondFull})?${blank}*${meridian}`,
    ),
    read: (phrase, [, name, roman, day, hours, minutes, seconds, half]) =>
      setDate(phrase, null, monthFrom(name ?? roman), Number(day)) &&
      setTime(phrase, hourOf(hours, half), Number(minutes), toNumberOrZero(seconds)),
  },
  {
    pattern: pattern(
      `${monthOrRoman}${gap}(3[01]|[0-2]?\\d)${afterDay}t?${hour24}[:.]${minutePart}(?:[:.]${secondPart})?`,
    ),
    read: (phrase, [, name, roman, day, hours, minutes, seconds]) =>
      setDate(phrase, null, monthFrom(name ?? roman), Number(day)) &&
      setTime(phrase, Number(hours), Number(minutes), toNumberOrZero(seconds)),
  },
  {
    pattern: pattern(`(\\d{4}):${monthFull}:${dayFull} ${hour24Full}:${minuteFull}:${secondFull}`),
    read: (phrase, [, year, month, day, hours, minutes, seconds]) =>
      setDate(phrase, Number(year), Number(month), Number(day)) &&
      setTime(phrase, Number(hours), Number(minutes), Number(seconds)),
  },
  {
    pattern: pattern(`${dayNumber}/${monthWord}/(\\d{4}):${hour24Full}:${minuteFull}:${secondFull}`),
    read: (phrase, [, day, name, year, hours, minutes, seconds]) =>
      setDate(phrase, Number(year), monthFrom(name), Number(day)) &&
      setTime(phrase, Number(hours), Number(minutes), Number(seconds)),
  },
]

export const dateRules: readonly Rule[] = [...digitRules, ...namedRules, ...dateAndTimeRules]

function monthFrom(name: string | undefined): number {
  return monthOf(name ?? '') ?? 0
}

/** The date of an ISO week's day, 1 for Monday. */
function setIsoWeek(phrase: Phrase, year: number, week: number, weekday: number): boolean {
  const january4 = { year, month: 1, day: 4, hour: 0, minute: 0, second: 0, millisecond: 0 }
  const monday = 4 - ((weekdayOf(january4) || 7) - 1)
  return setDate(phrase, year, 1, monday + (week - 1) * 7 + weekday - 1)
}
