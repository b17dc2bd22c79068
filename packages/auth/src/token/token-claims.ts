import type { Value } from '@cairn/statements'

/** The one pair of algorithms that tokens are made with and read with. */
export const tokenAlgorithm = { alg: 'A256KW', enc: 'A256CBC-HS512' } as const

/** Characters a token may have; longer ones are refused unread. */
export const longestToken = 16_384

/** What a token says. Times in epoch seconds; `expiresAt` null: never. */
export interface TokenClaims {
  workspace: string
  table: string
  datasource: string
  id: number | string
  extras: { [key: string]: Value }
  issuedAt: number
  expiresAt: number | null
  /** Made by the debugger, and not by a stack. */
  debugger: boolean
}

/** Claims as the JSON inside a token. */
export function writeClaims(claims: TokenClaims): Uint8Array {
  const { workspace, table, datasource, id, extras, issuedAt, expiresAt } = claims
  const mark = claims.debugger ? { dbg: true } : {}
  const times = expiresAt === null ? { iat: issuedAt } : { iat: issuedAt, exp: expiresAt }
  return new TextEncoder().encode(
    JSON.stringify({ w: workspace, t: table, d: datasource, id, x: extras, ...times, ...mark }),
  )
}

/** The claims of a decrypted token, or null when it is not one of ours. */
export function readClaims(plaintext: Uint8Array): TokenClaims | null {
  const json = parseObject(plaintext)
  if (json === null) return null
  const { w, t, d, id, x, iat, exp, dbg } = json
  if (typeof w !== 'string' || typeof t !== 'string' || typeof d !== 'string') return null
  if (!isRowId(id) || !isRecord(x) || !isTime(iat) || (exp !== undefined && !isTime(exp))) return null
  return {
    workspace: w,
    table: t,
    datasource: d,
    id,
    extras: x as { [key: string]: Value },
    issuedAt: iat,
    expiresAt: exp ?? null,
    debugger: dbg === true,
  }
}

/** Whether a value can be the primary key of a row: a whole number or a non-empty text. */
export function isRowId(value: unknown): value is number | string {
  return typeof value === 'string' ? value !== '' && value.length <= 255 : Number.isSafeInteger(value)
}

function parseObject(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isRecord(json) ? json : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
