import type { Phrase } from './phrase.ts'

/** One form of a phrase. `read` takes the match's groups and says whether they make sense after what came before. */
export interface Rule {
  pattern: RegExp
  read(phrase: Phrase, groups: readonly (string | undefined)[]): boolean
}

export const hour24 = '(2[0-4]|[01]?\\d)'
export const hour24Full = '(2[0-4]|[01]\\d)'
export const hour12 = '(1[0-2]|0?[1-9])'
export const minutePart = '([0-5]?\\d)'
export const minuteFull = '([0-5]\\d)'
export const secondPart = '(60|[0-5]?\\d)'
export const secondFull = '(60|[0-5]\\d)'
/** Ends where a word ends. */
export const meridian = '([ap])\\.?m\\.?(?=[\\s,]|$)'
export const blank = '[ \\t\\u00a0\\u202f]'
export const monthWord =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)'
export const monthOrRoman = `(?:${monthWord}|(viii|vii|vi|iv|v|iii|ii|ix|xii|xi|x|i))`
export const weekdayWord = '((?:sun|mon|tues|wednes|thurs|fri|satur)days?|sun|mon|tue|wed|thu|fri|sat)'
export const monthNumber = '(1[0-2]|0?\\d)'
export const monthFull = '(1[0-2]|0\\d)'
export const dayFull = '(3[01]|[0-2]\\d)'
/** A day of the month, `1st` too. */
export const dayNumber = '(3[01]|[0-2]?\\d)(?:st|nd|rd|th)?'

/** Patterns match at one place (`y`) and know no letter case. */
export function pattern(source: string): RegExp {
  return new RegExp(source, 'iy')
}

export function toNumberOrZero(text: string | undefined): number {
  return text === undefined ? 0 : Number(text)
}

/** A year of one or two digits lies between 1970 and 2069. */
export function fullYear(text: string): number {
  const year = Number(text)
  if (text.length >= 4 || year >= 100) return year
  return year < 70 ? year + 2000 : year + 1900
}

/** Hours of a 12-hour clock. */
export function hourOf(text: string | undefined, half: string | undefined): number {
  const hours = Number(text) % 12
  return half?.toLowerCase() === 'p' ? hours + 12 : hours
}

/** Milliseconds of a fraction's digits. */
export function milliseconds(digits: string | undefined): number {
  return digits === undefined ? 0 : Math.floor(Number(`0.${digits}`) * 1000 + 1e-6)
}
