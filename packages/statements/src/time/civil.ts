/**
 * Calendar arithmetic without a zone. A wall-clock time is held as the epoch milliseconds it would have in UTC
 * ("local milliseconds"), so that fields out of range carry over: month 14 is February of the next year, as in PHP.
 */
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** Fields of a wall-clock time. `month` counts from 1; every field may be out of range. */
export interface Civil {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
}

/** Local milliseconds of the fields; NaN when they lie outside what a Date can hold. */
export function civilToLocal(civil: Civil): number {
  const date = new Date(0)
  date.setUTCFullYear(civil.year, civil.month - 1, civil.day)
  return date.getTime() + civil.hour * hour + civil.minute * minute + civil.second * second + civil.millisecond
}

/** The fields of local milliseconds. */
export function localToCivil(local: number): Civil {
  const date = new Date(local)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  }
}

/** 0 is Sunday. */
export function weekdayOf(civil: Civil): number {
  return new Date(civilToLocal(civil)).getUTCDay()
}

/** Days since January 1st, which is 0. */
export function dayOfYear(civil: Civil): number {
  const start = civilToLocal({ ...civil, month: 1, day: 1 })
  return Math.round((civilToLocal(civil) - start) / day)
}

export function daysInMonth(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 0)
  return date.getUTCDate()
}

export function isLeapYear(year: number): boolean {
  return daysInMonth(year, 2) === 29
}

/** ISO 8601 week (Monday first, week 1 holds January 4th) and the year that week belongs to. */
export function isoWeek(civil: Civil): { year: number; week: number } {
  const thursday = localToCivil(civilToLocal({ ...civil, day: civil.day + 4 - (weekdayOf(civil) || 7) }))
  return { year: thursday.year, week: Math.floor(dayOfYear(thursday) / 7) + 1 }
}
