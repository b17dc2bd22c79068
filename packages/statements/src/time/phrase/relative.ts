/** Units and counting words of relative phrases. */
import { weekdayNamed } from '../names.ts'
import { clearTime, type Move, type Phrase } from './phrase.ts'

const units: Readonly<Record<string, readonly [field: keyof Move, factor: number]>> = {
  ms: ['millisecond', 1],
  msec: ['millisecond', 1],
  millisecond: ['millisecond', 1],
  sec: ['second', 1],
  second: ['second', 1],
  min: ['minute', 1],
  minute: ['minute', 1],
  hour: ['hour', 1],
  day: ['day', 1],
  week: ['day', 7],
  fortnight: ['day', 14],
  forthnight: ['day', 14],
  month: ['month', 1],
  year: ['year', 1],
}

const words: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eight: 8,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  next: 1,
  last: -1,
  previous: -1,
  this: 0,
}

/** What a counting word counts: `next` is 1, `last` -1. */
export function countOf(word: string): number {
  return words[word.toLowerCase()] ?? 0
}

/**
 * Adds `count` of a unit. `rule` says whether today counts when the unit is a weekday, `keepTime` whether a weekday
 * leaves the time of day alone.
 */
export function addRelative(phrase: Phrase, count: number, unit: string, rule: 0 | 1, keepTime: boolean): void {
  const name = unit.toLowerCase()
  if (name === 'weekday' || name === 'weekdays') {
    if (!keepTime) clearTime(phrase)
    phrase.workdays = count
    return
  }
  const weekday = weekdayNamed(name)
  if (weekday !== undefined) {
    if (!keepTime) clearTime(phrase)
    phrase.move.day += (count > 0 ? count - 1 : count) * 7
    phrase.weekday = weekday
    phrase.weekdayRule = rule
    return
  }
  const found = units[name] ?? units[name.replace(/s$/, '')]
  if (found) phrase.move[found[0]] += count * found[1]
}

/** `ago`: turns every move so far around. */
export function reverse(phrase: Phrase): void {
  for (const field of Object.keys(phrase.move) as (keyof Move)[]) phrase.move[field] = 0 - phrase.move[field]
  if (phrase.workdays !== null) phrase.workdays = 0 - phrase.workdays
  if (phrase.weekday !== null) phrase.weekday = phrase.weekday === 0 ? -7 : 0 - phrase.weekday
}
