import { StackError } from './error.ts'
import { isEmpty, typeName } from './kinds.ts'
import type { Value } from './value.ts'

/** Text that is a number as a whole, spaces around it allowed (PHP's `is_numeric`). */
const numericText = /^[ \t\n\r\v\f]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*$/
const leadingNumber = /^[ \t\n\r\v\f]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/
const falseWords = new Set(['', '0', 'false', 'off', 'no', 'n', 'f'])

/** Text of a scalar: null is "", a bool its word, a decimal has 14 significant digits. Lists and objects are an error. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberToText(value)
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  throw new StackError('standard', 'not_text', 'Variable is not text. Are you referencing a full object?', {
    hint: `This is of type ${typeName(value)}. Take one of its members, or use json_encode.`,
  })
}

/** A number as PHP prints it: whole numbers in full, decimals with at most 14 significant digits (`1.0E+25`). */
export function numberToText(value: number): string {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '0' : String(value)
  if (Number.isNaN(value)) return 'NAN'
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF'
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 63) return BigInt(value).toString()
  const [mantissa = '', exponentText = '0'] = value.toExponential(13).split('e')
  const exponent = Number(exponentText)
  const digits = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa
  if (exponent >= -4 && exponent < 14)
    return trimFraction(Number(value.toPrecision(14)).toFixed(Math.max(0, 13 - exponent)))
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`
}

function trimFraction(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** Whether arithmetic takes the value as it is: a number or text that is one. */
export function isNumeric(value: Value): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && numericText.test(value))
}

/** The number of a value for arithmetic; null is 0 and a bool 0 or 1. Any other text, list or object: "Not numeric.". */
export function toNumber(value: Value): number {
  if (typeof value === 'number') return value
  if (value === null || value === false) return 0
  if (value === true) return 1
  if (typeof value === 'string' && numericText.test(value)) return Number(value)
  throw new StackError('standard', 'not_numeric', 'Not numeric.', {
    hint:
      typeof value === 'string'
        ? `The text "${value.slice(0, 40)}" is no number.`
        : `Got a value of type ${typeName(value)}.`,
  })
}

/** The number that starts a text ("133.45 kg" is 133.45), 0 without one. Lists and objects are an error. */
export function toDecimal(value: Value): number {
  if (typeof value !== 'string') return toNumber(value)
  const match = leadingNumber.exec(value)
  return match ? Number(match[1]) : 0
}

/** `toDecimal` with its fraction cut off. */
export function toInt(value: Value): number {
  const decimal = toDecimal(value)
  return Number.isFinite(decimal) ? Math.trunc(decimal) + 0 : 0
}

/** A bool: of text, "false", "off", "no", "n", "f", "0" and "" are false; of all else, what is empty. */
export function toBool(value: Value): boolean {
  if (typeof value === 'string') return !falseWords.has(value.trim().toLowerCase())
  return !isEmpty(value)
}
