/** The condition operators (`in`, `contains`, `like`, …) over values in memory; a query does the same in SQL. */
import { StackError } from '../values/error.ts'
import { toText } from '../values/convert.ts'
import { compare, looseEquals } from '../values/equality.ts'
import { isContainer, isObject } from '../values/kinds.ts'
import type { Value } from '../values/value.ts'
import { compilePattern } from '../text/pattern.ts'

/** `value in list`; an object counts as the list of its values. */
export function isIn(value: Value, list: Value): boolean {
  return listOf(list).some((item) => looseEquals(item, value))
}

/** `left contains right`: a list holds the value (or each of a list), an object the members of another, a text the text. */
export function containsAll(left: Value, right: Value): boolean {
  if (Array.isArray(left)) {
    const wanted = Array.isArray(right) ? right : [right]
    return wanted.every((value) => left.some((item) => holds(item, value)))
  }
  if (isObject(left)) return holds(left, right)
  return left !== null && toText(left).includes(toText(right))
}

/** Containment as of JSON: equal, or an object that has the other's members. */
function holds(item: Value, wanted: Value): boolean {
  if (!isObject(item) || !isObject(wanted)) return looseEquals(item, wanted)
  return Object.keys(wanted).every(
    (key) => Object.hasOwn(item, key) && holdsMember(item[key] as Value, wanted[key] as Value),
  )
}

function holdsMember(item: Value, wanted: Value): boolean {
  return isContainer(item) && isContainer(wanted) ? containsAll(item, wanted) : looseEquals(item, wanted)
}

/** `left includes right`: part of a text, case not counting. */
export function includesText(left: Value, right: Value): boolean {
  return fold(left).includes(fold(right))
}

/** `left overlaps right`: two lists share an element. */
export function overlaps(left: Value, right: Value): boolean {
  const others = listOf(right)
  return listOf(left).some((item) => others.some((other) => looseEquals(item, other)))
}

/** `left like right`, case not counting: `%` is any text, `_` one character, `\` takes the next one as it is. */
export function isLike(left: Value, right: Value): boolean {
  return matchesLike(Array.from(fold(left)), likeTokens(fold(right)))
}

type LikeToken = { any: 'many' | 'one' | null; text: string }

function likeTokens(pattern: string): LikeToken[] {
  const tokens: LikeToken[] = []
  let escaped = false
  for (const character of pattern) {
    if (!escaped && character === '\\') {
      escaped = true
      continue
    }
    const any = escaped ? null : character === '%' ? 'many' : character === '_' ? 'one' : null
    tokens.push({ any, text: character })
    escaped = false
  }
  return tokens
}

/** Greedy with one point to come back to: at most length × pattern steps. */
function matchesLike(text: readonly string[], tokens: readonly LikeToken[]): boolean {
  let at = 0
  let token = 0
  let star = -1
  let starAt = 0
  while (at < text.length) {
    const current = tokens[token]
    if (current?.any === 'many') {
      star = token++
      starAt = at
    } else if (current && (current.any === 'one' || current.text === text[at])) {
      token++
      at++
    } else if (star >= 0) {
      token = star + 1
      at = ++starAt
    } else return false
  }
  return tokens.slice(token).every(({ any }) => any === 'many')
}

/** `value between [low, high]`, both included. */
export function between(value: Value, bounds: Value): boolean {
  if (!Array.isArray(bounds) || bounds.length !== 2) {
    throw new StackError('standard', 'bad_bounds', 'between needs two bounds.', {
      hint: 'Write `between [1, 10]` or `1:10`.',
    })
  }
  const [low, high] = bounds as [Value, Value]
  return compare(value, low) >= 0 && compare(value, high) <= 0
}

/** `text ~ pattern`: a regular expression, with or without delimiters, matches somewhere. */
export function matchesPattern(text: Value, pattern: Value): boolean {
  return compilePattern(toText(pattern)).test(toText(text))
}

/** `text search words`: every word of the query is in the text, case not counting. */
export function searchText(text: Value, query: Value): boolean {
  const words = new Set(wordsOf(fold(text)))
  return wordsOf(fold(query)).every((word) => words.has(word))
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

function fold(value: Value): string {
  return toText(value).toLowerCase()
}

function listOf(value: Value): Value[] {
  if (Array.isArray(value)) return value
  if (isObject(value)) return Object.values(value)
  if (value === null) return []
  throw new StackError('standard', 'not_array', 'Variable is not an array.')
}
