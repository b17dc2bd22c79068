/**
 * Reads a date as PHP's strtotime does: ISO 8601 and other written dates, words such as "next friday" and moves such as
 * "-7 days", in any combination. At each place the form that covers most text wins; the earlier one when two tie.
 */
import { requireZone } from '../zone.ts'
import { dateRules } from './date-rules.ts'
import { emptyPhrase, type Phrase } from './phrase.ts'
import { resolve } from './resolve.ts'
import { pattern, type Rule } from './rule.ts'
import { timeRules, zoneRule } from './time-rules.ts'
import { wordRules } from './word-rules.ts'

/** A phrase has a handful of words; whatever is longer is none, and costs nothing. */
const longestPhrase = 200
const epochMilliseconds = /^-?\d{9,13}$/

const epochRule: Rule = {
  pattern: pattern('@(-?\\d{1,13})(\\.\\d{0,6})?'),
  read(phrase, [, seconds = '', fraction = '']) {
    const part = Math.floor(Number(`0${fraction}`) * 1000)
    phrase.epoch = Number(seconds) * 1000 + (seconds.startsWith('-') ? -part : part)
    return true
  },
}

const skipRule: Rule = { pattern: /[\s.,\u00a0\u202f]+/y, read: () => true }

const rules: readonly Rule[] = [epochRule, ...wordRules, ...timeRules, ...dateRules, zoneRule, skipRule]

/**
 * Epoch milliseconds of a phrase, relative to `now`, for a wall clock in `timeZone` ("" is UTC); null when it is none.
 * Digits alone are epoch milliseconds already. An unknown time zone is an error.
 */
export function parsePhrase(text: string, now: number, timeZone: string): number | null {
  const zone = requireZone(timeZone)
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > longestPhrase) return null
  if (epochMilliseconds.test(trimmed)) return Number(trimmed)
  const phrase = readPhrase(trimmed)
  return phrase && resolve(phrase, now, zone)
}

function readPhrase(text: string): Phrase | null {
  const phrase = emptyPhrase()
  for (let at = 0; at < text.length;) {
    const found = longestMatch(text, at)
    if (!found || !found.rule.read(phrase, found.match)) return null
    at += found.match[0].length
  }
  return phrase
}

function longestMatch(text: string, at: number): { rule: Rule; match: RegExpExecArray } | null {
  let best: { rule: Rule; match: RegExpExecArray } | null = null
  for (const rule of rules) {
    rule.pattern.lastIndex = at
    const match = rule.pattern.exec(text)
    if (match && match[0].length > (best?.match[0].length ?? 0)) best = { rule, match }
  }
  return best
}
