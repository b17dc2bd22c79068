import { createSecretCode, matchesCode } from './secret-code.ts'

/** A stored code that works once. Times in epoch milliseconds. */
export interface SingleUseCode {
  hash: string
  expiresAt: number
  usedAt: number | null
}

/** A new code that works once within `lifetime` milliseconds. */
export function createSingleUseCode(now: number, lifetime: number): { code: string; stored: SingleUseCode } {
  const { code, hash } = createSecretCode()
  return { code, stored: { hash, expiresAt: now + lifetime, usedAt: null } }
}

/** The stored code marked as used, or null when the given one is wrong, used or too old. */
export function redeemCode(code: unknown, stored: SingleUseCode, now: number): SingleUseCode | null {
  if (stored.usedAt !== null || now >= stored.expiresAt || !matchesCode(code, stored.hash)) return null
  return { ...stored, usedAt: now }
}
