import { isNumeric } from '../../values/convert.ts'
import { unfit } from '../refusal.ts'
import type { Given, InputType } from './input-type.ts'

/** Longer text is no number anybody means, and is not worth reading. */
const longestNumber = 400

/** A whole number that JavaScript can count: 3, 3.0, "12"; a bool is 0 or 1. */
export const int: InputType = {
  holdsEmptyText: false,
  convert(value) {
    const number = toNumber(value)
    if (!Number.isInteger(number)) throw unfit('a whole number', value)
    if (!Number.isSafeInteger(number)) throw unfit('a whole number between -(2^53 - 1) and 2^53 - 1', value)
    return number + 0
  },
}

export const decimal: InputType = {
  holdsEmptyText: false,
  convert(value) {
    const number = toNumber(value)
    if (!Number.isFinite(number)) throw unfit('a number', value)
    return number
  },
}

function toNumber(value: Given): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' && value.length <= longestNumber && isNumeric(value)) return Number(value)
  return Number.NaN
}
