import { weekdayNamed } from '../names.ts'
import { clearTime, setTime } from './phrase.ts'
import { addRelative, countOf, reverse } from './relative.ts'
import { blank, hour24, hourOf, meridian, pattern, weekdayWord, type Rule } from './rule.ts'

const ordinal = 'first|second|third|fourth|fifth|sixth|seventh|eighth|eight|ninth|tenth|eleventh|twelfth'
const direction = 'next|last|previous|this'
const timeUnit =
  '(?:milliseconds?|msecs?|ms|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|fortnights?|forthnights?)'
const unit = `(weekdays?|${timeUnit}|months?|years?|${weekdayWord.slice(1, -1)})`

/** Words: `today`, `next friday`, `+1 week`, `first day of`, `ago`. */
export const wordRules: readonly Rule[] = [
  { pattern: pattern('now'), read: () => true },
  {
    pattern: pattern('today|midnight'),
    read(phrase) {
      clearTime(phrase)
      return true
    },
  },
  {
    pattern: pattern('noon'),
    read(phrase) {
      clearTime(phrase)
      return setTime(phrase, 12)
    },
  },
  {
    pattern: pattern('(yesterday)|tomorrow'),
    read(phrase, [, yesterday]) {
      clearTime(phrase)
      phrase.move.day = yesterday ? -1 : 1
      return true
    },
  },
  {
    pattern: pattern('(first|last) day of'),
    read(phrase, [, which]) {
      phrase.dayOfMonth = which?.toLowerCase() === 'last' ? 'last' : 'first'
      return true
    },
  },
  {
    pattern: pattern(`(${ordinal}|${direction})${blank}+${weekdayWord}${blank}+of`),
    read(phrase, [, word = '', weekday = '']) {
      const count = countOf(word)
      phrase.weekdayOfMonth = count > 0 ? 'first' : 'last'
      addRelative(phrase, count, weekday, count > 0 || word.toLowerCase() === 'this' ? 1 : 0, false)
      return true
    },
  },
  {
    pattern: pattern(`(front|back) of ${hour24}(?:${blank}*${meridian})?`),
    read(phrase, [, side, hours, half]) {
      clearTime(phrase)
      const hour = half ? hourOf(hours, half) : Number(hours)
      return side?.toLowerCase() === 'back' ? setTime(phrase, hour, 15) : setTime(phrase, hour - 1, 45)
    },
  },
  {
    pattern: pattern('ago'),
    read(phrase) {
      reverse(phrase)
      return true
    },
  },
  {
    pattern: pattern(weekdayWord),
    read(phrase, [, weekday = '']) {
      clearTime(phrase)
      phrase.weekday = weekdayNamed(weekday) ?? null
      if (phrase.weekdayRule !== 2) phrase.weekdayRule = 1
      return true
    },
  },
  {
    pattern: pattern(`(${direction})${blank}+week(?![a-z])`),
    read(phrase, [, word = '']) {
      phrase.move.day += countOf(word) * 7
      phrase.weekdayRule = 2
      phrase.weekday ??= 1
      return true
    },
  },
  {
    pattern: pattern(`(${ordinal}|${direction})${blank}+${unit}(?![a-z])`),
    read(phrase, [, word = '', name = '']) {
      addRelative(phrase, countOf(word), name, word.toLowerCase() === 'this' ? 1 : 0, false)
      return true
    },
  },
  {
    pattern: pattern(`([+-]*)${blank}*(\\d{1,13})${blank}*${unit}`),
    read(phrase, [, signs = '', digits, name = '']) {
      const negative = signs.replaceAll('+', '').length % 2 === 1
      addRelative(phrase, negative ? -Number(digits) : Number(digits), name, 1, true)
      return true
    },
  },
]
