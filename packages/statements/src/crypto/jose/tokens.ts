/**
 * Tokens made and read in one go, for filters, which cannot wait. Same formats, keys and errors as the statements
 * (crypto/token.ts). A reader names the one algorithm it takes; the token has no say.
 */
import type { RandomPort } from '../../ports/ports.ts'
import { StackError } from '../../values/error.ts'
import type { ValueObject } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { readKey } from '../read-key.ts'
import type { TokenChecks, TokenContent } from '../token.ts'
import { checkClaims, payloadOf } from './claims.ts'
import {
  decodeObject,
  decodePart,
  encodeJson,
  encodePart,
  invalidKey,
  invalidToken,
  readHeader,
  splitToken,
} from './compact.ts'
import { contentIvLength, contentKeyLength, open, seal } from './content.ts'
import { unwrapKey, wrapKey } from './key-wrap.ts'
import { signBytes, verifyBytes } from './signature.ts'

/** A signed token (JWS) of claims. Errors: `invalid_key`. */
export function signTokenNow(content: TokenContent, key: Value, algorithm: string): string {
  const header = encodeJson({ typ: 'JWT', ...content.headers, alg: algorithm })
  const data = `${header}.${encodePart(payloadOf(content))}`
  return make(() => `${data}.${encodePart(signBytes(data, readKey(key, algorithm, 'sign'), algorithm))}`)
}

/** The claims of a signed token. Errors: `invalid_token`, `invalid_key`. */
export function verifyTokenNow(token: string, key: Value, algorithm: string, checks: TokenChecks): ValueObject {
  const known = readKey(key, algorithm, 'verify')
  const [header = '', payload = '', signature = ''] = splitToken(token, 3)
  readHeader(header, { alg: algorithm, enc: undefined })
  const valid = read(() => verifyBytes(`${header}.${payload}`, decodePart(signature), known, algorithm))
  if (!valid) throw invalidToken('It was changed, or was made with another key.')
  return checkClaims(decodeObject(decodePart(payload)), checks)
}

/** An encrypted token (JWE) of claims. Errors: `invalid_key`. */
export function encryptTokenNow(
  content: TokenContent,
  key: Value,
  algorithm: string,
  encryption: string,
  random: RandomPort,
): string {
  const payload = payloadOf(content)
  const contentKey = random.bytes(contentKeyLength(encryption))
  return make(() => {
    const { wrapped, header } = wrapKey(algorithm, readKey(key, algorithm, 'encrypt'), contentKey, random)
    const part = encodeJson({ typ: 'JWT', ...content.headers, ...header, alg: algorithm, enc: encryption })
    const { iv, data, tag } = seal(encryption, contentKey, random.bytes(contentIvLength(encryption)), payload, part)
    return [part, ...[wrapped, iv, data, tag].map(encodePart)].join('.')
  })
}

/** The claims of an encrypted token. Errors: `invalid_token`, `invalid_key`. */
export function decryptTokenNow(
  token: string,
  key: Value,
  algorithm: string,
  encryption: string,
  checks: TokenChecks,
): ValueObject {
  const known = readKey(key, algorithm, 'decrypt')
  const [part = '', ...rest] = splitToken(token, 5)
  const header = readHeader(part, { alg: algorithm, enc: encryption })
  const [wrapped, iv, data, tag] = rest.map(decodePart)
  const plain = read(() => {
    if (!wrapped || !iv || !data || !tag) throw new RangeError('missing part')
    const contentKey = unwrapKey(algorithm, known, wrapped, header)
    if (contentKey.length !== contentKeyLength(encryption)) throw new RangeError('wrong length of key')
    return open(encryption, contentKey, { iv, data, tag }, part)
  })
  return checkClaims(decodeObject(plain), checks)
}

function make(work: () => string): string {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof StackError) throw cause
    throw invalidKey('The token could not be made with this key.', cause)
  }
}

/** One answer to everything that can be wrong inside, so that none can be told from another. */
function read<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof StackError) throw cause
    throw invalidToken('It was changed, or was made with another key.', cause)
  }
}
