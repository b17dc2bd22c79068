/**
 * Comparison as in PHP 8: bools and null compare by truth, numbers with numeric text by value, any other number with text
 * as text, lists and objects member by member.
 */
import { isNumeric, numberToText } from './convert.ts'
import { isContainer, isTruthy, type Container } from './kinds.ts'
import type { Value } from './value.ts'
import { Visits } from './visits.ts'

/** `==`. */
export function looseEquals(left: Value, right: Value, visits?: Visits): boolean {
  if (left === right) return true
  if (typeof left === 'boolean' || typeof right === 'boolean') return isTruthy(left) === isTruthy(right)
  if (left === null) return typeof right === 'string' ? right === '' : !isTruthy(right)
  if (right === null) return typeof left === 'string' ? left === '' : !isTruthy(left)
  if (isContainer(left)) return isContainer(right) && sameMembers(left, right, looseEquals, visits)
  return compareScalars(left, right) === 0
}

/** `===`: same type and value; lists and objects member by member, key order not counting. */
export function strictEquals(left: Value, right: Value, visits?: Visits): boolean {
  if (left === right) return true
  if (!isContainer(left) || !isContainer(right)) return false
  return Array.isArray(left) === Array.isArray(right) && sameMembers(left, right, strictEquals, visits)
}

/**
 * Order of two values: negative, 0, positive; NaN when they have none (a number and NaN, objects with other keys, files).
 */
export function compare(left: Value, right: Value, visits?: Visits): number {
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right)
  if (typeof left === 'boolean' || typeof right === 'boolean') return Number(isTruthy(left)) - Number(isTruthy(right))
  if (left === null) return typeof right === 'string' ? compareTexts('', right) : 0 - Number(isTruthy(right))
  if (right === null) return typeof left === 'string' ? compareTexts(left, '') : Number(isTruthy(left))
  if (isContainer(left)) return isContainer(right) ? compareContainers(left, right, visits) : 1
  if (isContainer(right)) return -1
  return compareScalars(left, right)
}

/** Order by code point, which is that of the bytes of UTF-8 that PHP compares. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0
  const shorter = Math.min(left.length, right.length)
  let at = 0
  while (at < shorter && left.charCodeAt(at) === right.charCodeAt(at)) at++
  if (at === shorter) return left.length < right.length ? -1 : 1
  return rank(left.charCodeAt(at)) < rank(right.charCodeAt(at)) ? -1 : 1
}

/** Halves of characters beyond U+FFFF go behind all others. */
function rank(unit: number): number {
  if (unit < 0xd8_00) return unit
  return unit < 0xe0_00 ? unit + 0x20_00 : unit - 0x8_00
}

function compareNumbers(left: number, right: number): number {
  if (left === right) return 0
  if (left < right) return -1
  return left > right ? 1 : Number.NaN
}

function compareScalars(left: Value, right: Value): number {
  if (typeof left === 'string' && typeof right === 'string') return compareTwoTexts(left, right)
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right)
  if (typeof left === 'number' && typeof right === 'string') return compareNumberWithText(left, right)
  if (typeof left === 'string' && typeof right === 'number') return 0 - compareNumberWithText(right, left)
  return left === right ? 0 : Number.NaN
}

function compareNumberWithText(number: number, text: string): number {
  return isNumeric(text) ? compareNumbers(number, Number(text)) : compareTexts(numberToText(number), text)
}

/** Numeric texts compare by value, unless both are too long for that to tell them apart. */
function compareTwoTexts(left: string, right: string): number {
  if (!isNumeric(left) || !isNumeric(right)) return compareTexts(left, right)
  const order = compareNumbers(Number(left), Number(right))
  const exact = Math.abs(Number(left)) <= Number.MAX_SAFE_INTEGER
  return order === 0 && !exact ? compareTexts(left.trim(), right.trim()) : order
}

function sameMembers(
  left: Container,
  right: Container,
  same: (a: Value, b: Value, visits: Visits) => boolean,
  visits = new Visits(),
): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    visits.count(left.length)
    return left.length === right.length && left.every((item, index) => same(item, right[index] as Value, visits))
  }
  const keys = Object.keys(left)
  visits.count(keys.length)
  if (keys.length !== Object.keys(right).length) return false
  return keys.every((key) => Object.hasOwn(right, key) && same(member(left, key), member(right, key), visits))
}

/** As in PHP: fewer members is less; then the first difference in the left's order decides. */
function compareContainers(left: Container, right: Container, visits = new Visits()): number {
  const keys = Object.keys(left)
  visits.count(keys.length)
  const difference = keys.length - Object.keys(right).length
  if (difference !== 0) return difference
  for (const key of keys) {
    if (!Object.hasOwn(right, key)) return Number.NaN
    const order = compare(member(left, key), member(right, key), visits)
    if (order !== 0) return order
  }
  return 0
}

function member(container: Container, key: string): Value {
  return (container as { [key: string]: Value })[key] as Value
}
