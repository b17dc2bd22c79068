/** Signed (JWS) and encrypted (JWE) tokens in compact form, of claims that are an object. */
import { CompactEncrypt, CompactSign, errors, jwtDecrypt, jwtVerify, type JWTPayload } from 'jose'
import { StackError } from '../values/error.ts'
import { strictEquals } from '../values/equality.ts'
import type { ValueObject } from '../values/kinds.ts'
import type { Value } from '../values/value.ts'
import { readKey } from './read-key.ts'

export const signatureAlgorithms = [
  ...(['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512'] as const),
  ...(['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'] as const),
] as const

export const keyAlgorithms = [
  ...(['A256KW', 'A192KW', 'A128KW', 'A256GCMKW', 'A192GCMKW', 'A128GCMKW'] as const),
  ...(['ECDH-ES+A256KW', 'ECDH-ES+A192KW', 'ECDH-ES+A128KW'] as const),
] as const

export const contentAlgorithms = [
  ...(['A256CBC-HS512', 'A192CBC-HS384', 'A128CBC-HS256', 'A256GCM', 'A192GCM', 'A128GCM'] as const),
] as const

/** What a new token says. `ttl` in seconds, 0 = no end; `now` in epoch milliseconds. */
export interface TokenContent {
  headers: ValueObject
  claims: ValueObject
  ttl: number
  now: number
}

/** What a token must say to be taken. `drift`: seconds that clocks may differ. */
export interface TokenChecks {
  claims: ValueObject
  drift: number
  now: number
}

/** Signs claims. The algorithm in the token's header is always the one given. */
export async function signToken(content: TokenContent, key: Value, algorithm: string): Promise<string> {
  const signer = new CompactSign(payloadOf(content)).setProtectedHeader({ ...headersOf(content), alg: algorithm })
  return make(() => signer.sign(readKey(key, algorithm, 'sign')))
}

/** Encrypts claims. */
export async function encryptToken(
  content: TokenContent,
  key: Value,
  algorithm: string,
  encryption: string,
): Promise<string> {
  const header = { ...headersOf(content), alg: algorithm, enc: encryption }
  const writer = new CompactEncrypt(payloadOf(content)).setProtectedHeader(header)
  return make(() => writer.encrypt(readKey(key, algorithm, 'encrypt')))
}

/** The claims of a signed token; only this algorithm is taken. Errors: `invalid_token`, `invalid_key`. */
export async function verifyToken(token: string, key: Value, algorithm: string, checks: TokenChecks): Promise<Value> {
  const known = readKey(key, algorithm, 'verify')
  return take(checks, (options) => jwtVerify(token, known, { ...options, algorithms: [algorithm] }))
}

/** The claims of an encrypted token; only these algorithms are taken. Errors: `invalid_token`, `invalid_key`. */
export async function decryptToken(
  token: string,
  key: Value,
  algorithm: string,
  encryption: string,
  checks: TokenChecks,
): Promise<Value> {
  const known = readKey(key, algorithm, 'decrypt')
  const limits = { keyManagementAlgorithms: [algorithm], contentEncryptionAlgorithms: [encryption] }
  return take(checks, (options) => jwtDecrypt(token, known, { ...options, ...limits }))
}

function headersOf({ headers }: TokenContent): ValueObject {
  return { typ: 'JWT', ...headers }
}

function payloadOf({ claims, ttl, now }: TokenContent): Uint8Array {
  const dated = ttl > 0 ? { ...claims, exp: Math.floor(now / 1000) + ttl } : claims
  return new TextEncoder().encode(JSON.stringify(dated))
}

async function make(work: () => Promise<string>): Promise<string> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof StackError) throw cause
    const why = cause instanceof Error ? cause.message : ''
    throw new StackError('standard', 'invalid_key', `The token could not be made: ${why}`, { cause })
  }
}

type Read = (options: { clockTolerance: number; currentDate: Date }) => Promise<{ payload: JWTPayload }>

async function take({ claims, drift, now }: TokenChecks, read: Read): Promise<Value> {
  try {
    const { payload } = await read({ clockTolerance: drift, currentDate: new Date(now) })
    const found = payload as ValueObject
    const wrong = Object.keys(claims).find((name) => !isClaimed(found, name, claims[name] ?? null))
    if (wrong === undefined) return found
    throw invalidToken(`The claim ${wrong} is not the expected one.`)
  } catch (cause) {
    if (cause instanceof StackError) throw cause
    if (cause instanceof errors.JWTExpired) throw invalidToken('The token has expired.', cause)
    throw invalidToken('It was changed, was made with another key or algorithm, or is not valid yet.', cause)
  }
}

/** `aud` may be a list of those the token is for. */
function isClaimed(found: ValueObject, name: string, expected: Value): boolean {
  const claim = Object.hasOwn(found, name) ? (found[name] ?? null) : null
  if (name === 'aud' && Array.isArray(claim)) return claim.some((item) => strictEquals(item, expected))
  return strictEquals(claim, expected)
}

function invalidToken(hint: string, cause?: unknown): StackError {
  return new StackError('unauthorized', 'invalid_token', 'Invalid token.', { hint, cause })
}
