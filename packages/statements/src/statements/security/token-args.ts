import { choice, optional, required } from '../../define/parameters.ts'
import { readInteger, readNumber, readObject } from '../../define/read-argument.ts'
import type { Parameter } from '../../define/types.ts'
import {
  contentAlgorithms,
  keyAlgorithms,
  signatureAlgorithms,
  type TokenChecks,
  type TokenContent,
} from '../../crypto/token.ts'
import type { Value } from '../../values/value.ts'

type Parameters = Readonly<Record<string, Parameter>>
type Arguments = Readonly<Record<string, Value>>

/** What every new token is made of. */
export const contentArgs: Parameters = {
  headers: optional('object', 'Headers', 'More headers of the token.', {}),
  claims: optional('object', 'Claims', 'What the token says.', {}),
}

/** What a token must say to be taken. */
export const checkArgs: Parameters = {
  check_claims: optional('object', 'Expected claims', 'Claims that must be in the token, with their values.', {}),
}

export const tokenArg: Parameters = { token: required('text', 'Token', 'The token to read.') }
export const keyArg: Parameters = { key: required('any', 'Key', 'A secret text, a PEM or a JWK.') }

export const ttlArg: Parameters = { ttl: optional('int', 'Time to live', 'Seconds it is good for; 0 for ever.', 0) }

export const driftArg: Parameters = {
  timeDrift: optional('int', 'Clock difference', 'Seconds by which clocks may differ.', 0),
}

export const signatureArg: Parameters = {
  signature_algorithm: choice(signatureAlgorithms, 'Algorithm', 'HS takes a secret; RS, PS and ES a pair of keys.'),
}

export const encryptionArgs: Parameters = {
  key_algorithm: choice(keyAlgorithms, 'Key algorithm', 'How the key of the content is wrapped.'),
  content_algorithm: choice(contentAlgorithms, 'Content algorithm', 'How the content is encrypted.'),
}

/** What the arguments say a new token is to hold. */
export function readContent(args: Arguments, now: number): TokenContent {
  return {
    headers: readObject(args, 'headers'),
    claims: readObject(args, 'claims'),
    ttl: readInteger(args, 'ttl', 0),
    now,
  }
}

/** What the arguments say a token must hold. */
export function readChecks(args: Arguments, now: number): TokenChecks {
  return { claims: readObject(args, 'check_claims'), drift: readNumber(args, 'timeDrift'), now }
}
