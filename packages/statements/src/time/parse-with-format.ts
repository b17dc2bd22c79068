import { monthOf, weekdayNamed } from './names.ts'
import { emptyPhrase, type Phrase } from './phrase/phrase.ts'
import { resolve } from './phrase/resolve.ts'
import { fullYear, milliseconds } from './phrase/rule.ts'
import { findZone, requireZone } from './zone.ts'

/** What a code takes from the text, and what it means; `read` says whether it made sense. */
interface Code {
  pattern: RegExp
  read(state: State, text: string): boolean | void
}

interface State {
  phrase: Phrase
  /** Hours as written, until it is known whether they are of a 12-hour clock. */
  half: string | null
  dayOfYear: number | null
}

const number = (digits: string, read: (state: State, value: number) => boolean | void): Code => ({
  pattern: new RegExp(`\\d{${digits}}`, 'y'),
  read: (state, text) => read(state, Number(text)),
})

const zoneCode: Code = {
  pattern: /(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2}){0,2}|[a-z]+(?:[_/-][a-z0-9+-]+)+|[a-z]{1,6}/iy,
  read(state, text) {
    state.phrase.zone = findZone(text)
    return state.phrase.zone !== null
  },
}

const dayCode = number('1,2', ({ phrase }, value) => void (phrase.day = value))
const monthCode = number('1,2', ({ phrase }, value) => void (phrase.month = value))
const hourCode = number('1,2', ({ phrase }, value) => void (phrase.hour = value))
/** 0 counts as 12. */
const halfHourCode = number('1,2', ({ phrase }, value) => ((phrase.hour = value), value <= 12))
const monthNameCode: Code = {
  pattern: /[a-z]+/iy,
  read({ phrase }, text) {
    phrase.month = monthOf(text) ?? null
    return phrase.month !== null
  },
}
const weekdayCode: Code = {
  pattern: /[a-z]+/iy,
  read({ phrase }, text) {
    phrase.weekday = weekdayNamed(text) ?? null
    phrase.weekdayRule = 1
    return phrase.weekday !== null
  },
}
const halfCode: Code = {
  pattern: /[ap]\.?m\.?/iy,
  read: (state, text) => void (state.half = text.charAt(0)),
}
const fractionCode = (digits: number): Code => ({
  pattern: new RegExp(`\\d{1,${digits}}`, 'y'),
  read: ({ phrase }, text) => void (phrase.millisecond = milliseconds(text)),
})
const skip = (pattern: RegExp): Code => ({ pattern, read: () => true })

const codes: Readonly<Record<string, Code>> = {
  d: dayCode,
  j: dayCode,
  D: weekdayCode,
  l: weekdayCode,
  S: skip(/st|nd|rd|th/iy),
  z: number('1,3', (state, value) => void (state.dayOfYear = value)),
  m: monthCode,
  n: monthCode,
  M: monthNameCode,
  F: monthNameCode,
  y: { pattern: /\d{2}/y, read: ({ phrase }, text) => void (phrase.year = fullYear(text)) },
  Y: number('1,4', ({ phrase }, value) => void (phrase.year = value)),
  X: { pattern: /[+-]?\d{1,6}/y, read: ({ phrase }, text) => void (phrase.year = Number(text)) },
  x: { pattern: /[+-]?\d{1,6}/y, read: ({ phrase }, text) => void (phrase.year = Number(text)) },
  a: halfCode,
  A: halfCode,
  g: halfHourCode,
  h: halfHourCode,
  G: hourCode,
  H: hourCode,
  i: { pattern: /\d{2}/y, read: ({ phrase }, text) => void (phrase.minute = Number(text)) },
  s: { pattern: /\d{2}/y, read: ({ phrase }, text) => void (phrase.second = Number(text)) },
  u: fractionCode(6),
  v: fractionCode(3),
  U: { pattern: /-?\d{1,13}/y, read: ({ phrase }, text) => void (phrase.epoch = Number(text) * 1000) },
  e: zoneCode,
  T: zoneCode,
  O: zoneCode,
  P: zoneCode,
  p: zoneCode,
  ' ': skip(/[ \t\u00a0\u202f]*/y),
  '?': skip(/[^]/y),
  '*': skip(/[^\s,;:/.\\()0-9-]*/y),
  '#': skip(/[;:/.,()-]/y),
}

/**
 * Epoch milliseconds of a text written by a format of PHP's createFromFormat, or null when it is written otherwise. What
 * the format leaves out comes from `now`, or from 1970 after `!` or `|`; with any part of a time, the rest of it is 0. A month 13 or a minute 60 runs over into the next
 * year or hour.
 */
export function parseWithFormat(text: string, format: string, timeZone: string, now: number): number | null {
  const zone = requireZone(timeZone)
  const state: State = { phrase: emptyPhrase(), half: null, dayOfYear: null }
  if (!readFields(state, text, format)) return null
  return finish(state) ? resolve(state.phrase, now, zone) : null
}

function readFields(state: State, text: string, format: string): boolean {
  let at = 0
  for (let index = 0; index < format.length; index += 1) {
    const letter = format.charAt(index)
    if (letter === '+') return true
    if (letter === '!' || letter === '|') {
      setToEpoch(state, letter === '!')
      continue
    }
    const code = Object.hasOwn(codes, letter) ? codes[letter] : undefined
    if (!code) {
      const literal = letter === '\\' ? format.charAt((index += 1)) : letter
      if (text.charAt(at) !== literal) return false
      at += 1
      continue
    }
    code.pattern.lastIndex = at
    const match = code.pattern.exec(text)
    if (!match || code.read(state, match[0]) === false) return false
    at += match[0].length
  }
  return at === text.length
}

/** `!` forgets what came before, `|` fills in what is still open. */
function setToEpoch(state: State, all: boolean): void {
  const { phrase } = state
  const start = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }
  for (const field of Object.keys(start) as (keyof typeof start)[]) {
    phrase[field] = all ? start[field] : (phrase[field] ?? start[field])
  }
  if (all) phrase.zone = null
}

function finish({ phrase, half, dayOfYear: days }: State): boolean {
  if (half !== null) {
    if (phrase.hour === null) return false
    phrase.hour = ofWholeDay(phrase.hour, half)
  }
  if (days !== null) {
    if (phrase.year === null) return false
    phrase.month = 1
    phrase.day = days + 1
  }
  const { hour, minute, second, millisecond } = phrase
  if (hour === null && minute === null && second === null && millisecond === null) return true
  phrase.hour = hour ?? 0
  phrase.minute = minute ?? 0
  phrase.second = second ?? 0
  phrase.millisecond = millisecond ?? 0
  return true
}

/** As in PHP, hours beyond 12 go on counting: `13 pm` is 1 in the morning of the next day. */
function ofWholeDay(hour: number, half: string): number {
  if (half.toLowerCase() === 'p') return hour === 12 ? 12 : hour + 12
  return hour === 12 ? 0 : hour
}
