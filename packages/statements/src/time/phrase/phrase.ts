/**
 * What a phrase has said so far, after PHP's strtotime: fields of a date and a time, and moves relative to them. Fields
 * that stay null are taken from the moment the phrase is read against.
 */
import type { Zone } from '../zone.ts'

export interface Phrase {
  year: number | null
  month: number | null
  day: number | null
  hour: number | null
  minute: number | null
  second: number | null
  millisecond: number | null
  zone: Zone | null
  hasDate: boolean
  hasTime: boolean
  /** An absolute moment (`@1700000000`), epoch milliseconds. */
  epoch: number | null
  move: Move
  /** A weekday to move to. Negative (after "ago"): backwards, -7 for Sunday. */
  weekday: number | null
  /** Whether today counts as that weekday (`1`), does not (`0`), or the week of today is meant (`2`). */
  weekdayRule: 0 | 1 | 2
  /** `first day of`, `last day of`. */
  dayOfMonth: 'first' | 'last' | null
  /** `first monday of`, `last monday of`. */
  weekdayOfMonth: 'first' | 'last' | null
  /** `+3 weekdays`: working days. */
  workdays: number | null
}

/** Relative amounts. Years to days move on the calendar, hours to milliseconds are elapsed time. */
export interface Move {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
}

export function emptyPhrase(): Phrase {
  return {
    year: null,
    month: null,
    day: null,
    hour: null,
    minute: null,
    second: null,
    millisecond: null,
    zone: null,
    hasDate: false,
    hasTime: false,
    epoch: null,
    move: { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, millisecond: 0 },
    weekday: null,
    weekdayRule: 0,
    dayOfMonth: null,
    weekdayOfMonth: null,
    workdays: null,
  }
}

/** Sets the date; false when the phrase already has one. */
export function setDate(phrase: Phrase, year: number | null, month: number, day: number | null): boolean {
  if (phrase.hasDate) return false
  phrase.hasDate = true
  phrase.year = year ?? phrase.year
  phrase.month = month
  phrase.day = day ?? phrase.day
  return true
}

/** Sets the time; false when the phrase already has one. */
export function setTime(phrase: Phrase, hour: number, minute = 0, second = 0, millisecond = 0): boolean {
  if (phrase.hasTime) return false
  clearTime(phrase)
  phrase.hasTime = true
  phrase.hour = hour
  phrase.minute = minute
  phrase.second = second
  phrase.millisecond = millisecond
  return true
}

/** Back to midnight; a time may still follow. */
export function clearTime(phrase: Phrase): void {
  phrase.hasTime = false
  phrase.hour = 0
  phrase.minute = 0
  phrase.second = 0
  phrase.millisecond = 0
}
