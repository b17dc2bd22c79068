import { createHash } from 'node:crypto'
import type { TokenClaims } from './token-claims.ts'

interface Verified {
  claims: TokenClaims
  keyId: string
}

/** Tokens that were decrypted before, the least recently used forgotten first. Keeps no token, only its hash. */
export interface VerifiedTokens {
  get(token: string): Verified | null
  set(token: string, verified: Verified): void
}

export function createVerifiedTokens(capacity: number): VerifiedTokens {
  const entries = new Map<string, Verified>()
  return {
    get(token) {
      const hash = hashOf(token)
      const verified = entries.get(hash)
      if (verified === undefined) return null
      entries.delete(hash)
      entries.set(hash, verified)
      return verified
    },
    set(token, verified) {
      entries.set(hashOf(token), verified)
      if (entries.size <= capacity) return
      const oldest = entries.keys().next()
      if (!oldest.done) entries.delete(oldest.value)
    },
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}
