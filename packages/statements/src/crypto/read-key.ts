/** Keys as stacks hold them: text, a PEM, a JWK as an object, as JSON or as base64 of either. */
import { createPrivateKey, createPublicKey, type JsonWebKeyInput, type KeyObject } from 'node:crypto'
import { textToBytes } from '../values/bytes.ts'
import { StackError } from '../values/error.ts'
import { isObject, type ValueObject } from '../values/kinds.ts'
import type { Value } from '../values/value.ts'

type KeyUse = 'sign' | 'verify' | 'encrypt' | 'decrypt'

/** HMAC and AES take a secret; what is left takes a pair of keys. */
const secretAlgorithm = /^(HS\d+|A\d+(GCM)?KW)$/

/** The key for an algorithm: the bytes of a secret, or the half of a pair that this use needs. Errors: `invalid_key`. */
export function readKey(value: Value, algorithm: string, use: KeyUse): Uint8Array | KeyObject {
  const found = typeof value === 'string' ? unpack(value) : value
  if (secretAlgorithm.test(algorithm)) return secretOf(found, algorithm)
  const readHalf = use === 'sign' || use === 'decrypt' ? createPrivateKey : createPublicKey
  const input = isObject(found) ? jwkInput(found) : pemOf(found, algorithm)
  try {
    return readHalf(input)
  } catch (cause) {
    const half = readHalf === createPrivateKey ? 'private' : 'public'
    throw invalidKey(`The key is no ${half} key that ${algorithm} can use.`, cause)
  }
}

function secretOf(key: Value, algorithm: string): Uint8Array {
  if (isObject(key) && key['kty'] === 'oct' && typeof key['k'] === 'string') return Buffer.from(key['k'], 'base64url')
  if (typeof key === 'string' && key !== '' && !isPem(key)) return textToBytes(key)
  throw invalidKey(`${algorithm} needs a secret: a text that is not empty, or a JWK of kty "oct".`)
}

function pemOf(key: Value, algorithm: string): string {
  if (typeof key === 'string' && isPem(key)) return key
  throw invalidKey(`${algorithm} needs a pair of keys: give a PEM or a JWK.`)
}

/** Text that holds a JWK or a PEM is that; any other text is itself. Line ends of a PEM may be written as `\n`. */
function unpack(text: string): Value {
  const plain = unpackPlain(text)
  if (plain !== null) return plain
  const inner = /^[\w+/=-]+$/.test(text.trim()) ? Buffer.from(text, 'base64').toString() : ''
  return unpackPlain(inner) ?? text
}

function unpackPlain(text: string): Value {
  if (isPem(text)) return text.trim().replaceAll(String.raw`\n`, '\n')
  if (!text.trimStart().startsWith('{')) return null
  try {
    const value = JSON.parse(text) as Value
    return isObject(value) && typeof value['kty'] === 'string' ? value : null
  } catch {
    return null
  }
}

function isPem(text: string): boolean {
  return text.trimStart().startsWith('-----BEGIN ')
}

function jwkInput(jwk: ValueObject): JsonWebKeyInput {
  return { key: jwk, format: 'jwk' }
}

function invalidKey(message: string, cause?: unknown): StackError {
  return new StackError('standard', 'invalid_key', message, { cause })
}
