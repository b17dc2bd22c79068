import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { StackError } from '@cairn/statements'

/** Costs of scrypt: N (memory and time), r (block size), p (repetitions). */
export interface PasswordCost {
  N: number
  r: number
  p: number
}

/** 32 MiB and three passes, about what OWASP asks for. */
export const passwordCost: PasswordCost = { N: 32_768, r: 8, p: 3 }

const longestPassword = 1024
const hashBytes = 32
const largestMemory = 256 * 1024 * 1024

/** `scrypt$N$r$p$salt$hash`. Rejects with StackError `invalid_password` for anything but a text of usable length. */
export async function hashPassword(password: unknown, cost: PasswordCost = passwordCost): Promise<string> {
  if (typeof password !== 'string' || password === '' || password.length > longestPassword) {
    throw new StackError(
      'inputerror',
      'invalid_password',
      `A password must be a text of 1 to ${longestPassword} characters.`,
    )
  }
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether a password is the one that was hashed. False for anything that is not text or no hash of ours. */
export async function verifyPassword(password: unknown, encoded: unknown): Promise<boolean> {
  if (typeof password !== 'string' || typeof encoded !== 'string' || password.length > longestPassword) return false
  const parsed = parseHash(encoded)
  if (parsed === null) return false
  return timingSafeEqual(await derive(password, parsed.salt, parsed.cost), parsed.hash)
}

/** Whether a text is a hash that `hashPassword` made, at any cost. */
export function isHash(text: string): boolean {
  return parseHash(text) !== null
}

/** Whether a hash was made at another cost than today's and should be made anew at the next sign-in. */
export function isOutdated(encoded: string, cost: PasswordCost = passwordCost): boolean {
  const parsed = parseHash(encoded)
  return parsed === null || parsed.cost.N !== cost.N || parsed.cost.r !== cost.r || parsed.cost.p !== cost.p
}

const form = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]{16,64})\$([\w-]{43})$/

function parseHash(encoded: string): { cost: PasswordCost; salt: Buffer; hash: Buffer } | null {
  const [, N, r, p, salt, hash] = form.exec(encoded) ?? []
  if (salt === undefined || hash === undefined) return null
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const usable = cost.N > 1 && Number.isInteger(Math.log2(cost.N)) && cost.r > 0 && cost.p > 0 && cost.p <= 16
  if (!usable || memoryOf(cost) > largestMemory) return null
  return { cost, salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') }
}

function derive(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, hashBytes, { ...cost, maxmem: memoryOf(cost) }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

function memoryOf({ N, r, p }: PasswordCost): number {
  return 128 * r * (N + p) + 1024 * 1024
}
