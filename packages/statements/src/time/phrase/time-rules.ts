import { findZone } from '../zone.ts'
import { setTime } from './phrase.ts'
import {
  blank,
  hour12,
  hour24,
  hour24Full,
  hourOf,
  meridian,
  milliseconds,
  minuteFull,
  minutePart,
  pattern,
  secondFull,
  secondPart,
  toNumberOrZero,
  type Rule,
} from './rule.ts'

const offset = `(?:GMT|UTC)?[+-](?:2[0-4]|[01]?\\d)(?::?[0-5]\\d)?(?::?[0-5]\\d)?`
const zoneName = `[a-z]+(?:[_/-][a-z]+)+|\\(?[a-z]{1,6}\\)?`

/** Times of day. */
export const timeRules: readonly Rule[] = [
  {
    pattern: pattern(`${hour12}(?:[:.]${minuteFull})?(?:[:.]${secondFull})?${blank}*${meridian}`),
    read: (phrase, [, hours, minutes, seconds, half]) =>
      setTime(phrase, hourOf(hours, half), toNumberOrZero(minutes), toNumberOrZero(seconds)),
  },
  {
    pattern: pattern(`${hour12}:${minuteFull}:${secondFull}[:.](\\d+)${blank}*${meridian}`),
    read: (phrase, [, hours, minutes, seconds, fraction, half]) =>
      setTime(phrase, hourOf(hours, half), Number(minutes), Number(seconds), milliseconds(fraction)),
  },
  {
    pattern: pattern(`t?${hour24}[:.]${minutePart}(?:[:.]${secondPart}(?:[.,:](\\d+))?)?`),
    read: (phrase, [, hours, minutes, seconds, fraction]) =>
      setTime(phrase, Number(hours), Number(minutes), toNumberOrZero(seconds), milliseconds(fraction)),
  },
  { pattern: pattern(`t${hour24}`), read: (phrase, [, hours]) => setTime(phrase, Number(hours)) },
  {
    pattern: pattern(`t?${hour24Full}${minuteFull}`),
    read(phrase, [text = '', hours, minutes]) {
      if (setTime(phrase, Number(hours), Number(minutes))) return true
      // After a time, four digits are a year.
      if (text.length !== 4) return false
      phrase.year = Number(text)
      return true
    },
  },
  {
    pattern: pattern(`t?${hour24Full}${minuteFull}${secondFull}(?:[.,](\\d+))?`),
    read: (phrase, [, hours, minutes, seconds, fraction]) =>
      setTime(phrase, Number(hours), Number(minutes), Number(seconds), milliseconds(fraction)),
  },
]

/** Offsets, abbreviations and names of zones; any other word ends up here too, and is none. */
export const zoneRule: Rule = {
  pattern: pattern(`${offset}|${zoneName}`),
  read(phrase, [text = '']) {
    const zone = findZone(text.replace(/^\(|\)$/g, ''))
    if (!zone || phrase.zone) return false
    phrase.zone = zone
    return true
  },
}
