/** The parts of a token in compact form, and the failure that says nothing about the cause to the outside. */
import { isObject, type ValueObject } from '../../values/kinds.ts'
import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'

/** No honest token is longer, and the work on one grows with it. */
export const longestToken = 65_536
const deepestClaims = 64
const base64url = /^[\w-]*$/

export function encodePart(part: Uint8Array | string): string {
  return (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)).toString('base64url')
}

export function encodeJson(value: ValueObject): string {
  return encodePart(JSON.stringify(value))
}

/** The parts of a token that has exactly `count`. */
export function splitToken(token: string, count: 3 | 5): string[] {
  if (token.length > longestToken) throw invalidToken(`The token is longer than ${longestToken} characters.`)
  const parts = token.split('.')
  if (parts.length === count && parts.every((part) => base64url.test(part))) return parts
  throw invalidToken('It is no token of this kind in compact form.')
}

/** Bytes of a part that is written in the one way there is: no padding, no stray bits at its end. */
export function decodePart(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url')
  if (bytes.toString('base64url') === part) return bytes
  throw invalidToken('It is no token of this kind in compact form.')
}

/** The object that JSON spells, of bounded depth. */
export function decodeObject(bytes: Uint8Array): ValueObject {
  const value = parseJson(Buffer.from(bytes).toString('utf8'))
  if (isObject(value) && depthWithin(value, deepestClaims)) return value
  throw invalidToken('Its content is no object.')
}

/**
 * The header, when it asks for `expected` and nothing more. A token never chooses its algorithm; compression, and
 * extensions it calls critical, are refused.
 */
export function readHeader(part: string, expected: Readonly<Record<'alg' | 'enc', string | undefined>>): ValueObject {
  const header = decodeObject(decodePart(part))
  const own = (name: string) => (Object.hasOwn(header, name) ? header[name] : undefined)
  if (own('alg') !== expected.alg || own('enc') !== expected.enc) {
    throw invalidToken('It was made with another algorithm than the one expected.')
  }
  if (own('crit') !== undefined || own('zip') !== undefined || own('b64') !== undefined) {
    throw invalidToken('It asks for an extension that is not supported.')
  }
  return header
}

export function invalidToken(hint: string, cause?: unknown): StackError {
  return new StackError('unauthorized', 'invalid_token', 'Invalid token.', { hint, cause })
}

export function invalidKey(message: string, cause?: unknown): StackError {
  return new StackError('standard', 'invalid_key', message, { cause })
}

function parseJson(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value
  } catch {
    return undefined
  }
}

function depthWithin(value: Value, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return left > 0 && Object.values(value as ValueObject).every((item) => depthWithin(item, left - 1))
}
