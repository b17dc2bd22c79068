/** What a token says, and whether it says it now. */
import { strictEquals } from '../../values/equality.ts'
import type { ValueObject } from '../../values/kinds.ts'
import { setOwn } from '../../values/members.ts'
import type { Value } from '../../values/value.ts'
import type { TokenChecks, TokenContent } from '../token.ts'
import { invalidKey, invalidToken, longestToken } from './compact.ts'

/** The claims as JSON, with an end when the token has one. */
export function payloadOf({ claims, ttl, now }: TokenContent): Buffer {
  const dated: ValueObject = { ...claims }
  if (ttl > 0) setOwn(dated, 'exp', Math.floor(now / 1000) + ttl)
  const payload = Buffer.from(JSON.stringify(dated))
  if (payload.length <= longestToken / 2) return payload
  throw invalidKey(`The claims are longer than ${longestToken / 2} bytes.`)
}

/** The claims, when the token is good now and says what is expected. Errors: `invalid_token`. */
export function checkClaims(found: ValueObject, { claims, drift, now }: TokenChecks): ValueObject {
  const seconds = Math.floor(now / 1000)
  const [exp, nbf] = [dateClaim(found, 'exp'), dateClaim(found, 'nbf')]
  if (exp !== null && exp <= seconds - drift) throw invalidToken('The token has expired.')
  if (nbf !== null && nbf > seconds + drift) throw invalidToken('The token is not valid yet.')
  for (const [name, expected] of Object.entries(claims)) {
    if (!isClaimed(found, name, expected)) throw invalidToken(`The claim ${name} is not the expected one.`)
  }
  return found
}

function dateClaim(found: ValueObject, name: string): number | null {
  const claim = Object.hasOwn(found, name) ? found[name] : undefined
  if (claim === undefined) return null
  if (typeof claim === 'number') return claim
  throw invalidToken(`The claim ${name} is no number.`)
}

/** `aud` may be a list of those the token is for. */
function isClaimed(found: ValueObject, name: string, expected: Value): boolean {
  if (!Object.hasOwn(found, name)) return false
  const claim = found[name] ?? null
  if (name === 'aud' && Array.isArray(claim)) return claim.some((item) => strictEquals(item, expected))
  return strictEquals(claim, expected)
}
