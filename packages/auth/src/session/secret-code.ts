import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret for one person and its hash for us: the code is shown once, the hash is what is stored. */
export interface SecretCode {
  code: string
  hash: string
}

/** A new random code of 32 bytes (set-up links, invitations, session tokens). */
export function createSecretCode(): SecretCode {
  const code = randomBytes(32).toString('base64url')
  return { code, hash: hashCode(code) }
}

/** Whether a code is the one whose hash was stored. False for anything that is not text. */
export function matchesCode(code: unknown, hash: string): boolean {
  if (typeof code !== 'string' || code.length !== 43) return false
  const [given, stored] = [Buffer.from(hashCode(code)), Buffer.from(hash)]
  return given.byteLength === stored.byteLength && timingSafeEqual(given, stored)
}

/** The stored form of a code; a session is looked up by it. */
export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('base64url')
}
