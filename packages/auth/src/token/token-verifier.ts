import type { ClockPort } from '@cairn/statements'
import { compactDecrypt } from 'jose'
import { longestToken, readClaims, tokenAlgorithm, type TokenClaims } from './token-claims.ts'
import { TokenError } from './token-error.ts'
import { cipherKey, type TokenKey, type TokenKeys } from './token-key.ts'
import { createVerifiedTokens, type VerifiedTokens } from './verified-tokens.ts'

export interface TokenVerifierOptions {
  clock: Pick<ClockPort, 'now'>
  /** Asked at each token; a key that is no longer accepted ends its tokens at once. */
  keys: () => TokenKeys
  workspace: string
  /** Tokens remembered after their first use. */
  cacheSize?: number
}

/** What an endpoint asks of a token. */
export interface TokenExpectation {
  /** Null: of any table. */
  table: string | null
  datasource: string
}

export type TokenVerifier = (token: unknown, expected: TokenExpectation) => Promise<TokenClaims>

/** Reads tokens of one workspace. Rejects with a TokenError; a token seen before costs one hash. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { clock, keys, workspace } = options
  const seen = createVerifiedTokens(options.cacheSize ?? 10_000)
  return async (token, expected) => {
    if (token === null || token === undefined || token === '') throw new TokenError('missing')
    if (typeof token !== 'string' || token.length > longestToken) throw new TokenError('malformed')
    const claims = await claimsOf(token, keys().accepted, seen)
    if (claims.expiresAt !== null && clock.now() >= claims.expiresAt * 1000) throw new TokenError('expired')
    if (claims.workspace !== workspace) throw new TokenError('wrong_workspace')
    if (expected.table !== null && claims.table !== expected.table) throw new TokenError('wrong_table')
    if (claims.datasource !== expected.datasource) throw new TokenError('wrong_datasource')
    return claims
  }
}

/**
 * Reads tokens of one workspace for showing what they say, expired ones too; whoever asks is nobody by it. Rejects with a
 * TokenError.
 */
export function createTokenReader({ keys, workspace }: Pick<TokenVerifierOptions, 'keys' | 'workspace'>) {
  const seen = createVerifiedTokens(1)
  return async (token: string): Promise<TokenClaims> => {
    if (token.length > longestToken) throw new TokenError('malformed')
    const claims = await claimsOf(token, keys().accepted, seen)
    if (workspace !== claims.workspace) throw new TokenError('wrong_workspace')
    return claims
  }
}

async function claimsOf(token: string, accepted: readonly TokenKey[], seen: VerifiedTokens): Promise<TokenClaims> {
  const known = seen.get(token)
  if (known !== null && accepted.some((key) => key.id === known.keyId)) return known.claims
  const keyId = keyIdOf(token)
  const key = accepted.find((candidate) => candidate.id === keyId)
  if (key === undefined) throw new TokenError('undecodable')
  const claims = readClaims(await decrypt(token, key))
  if (claims === null) throw new TokenError('undecodable')
  seen.set(token, { claims, keyId: key.id })
  return claims
}

async function decrypt(token: string, key: TokenKey): Promise<Uint8Array> {
  try {
    const { plaintext } = await compactDecrypt(token, await cipherKey(key), {
      keyManagementAlgorithms: [tokenAlgorithm.alg],
      contentEncryptionAlgorithms: [tokenAlgorithm.enc],
    })
    return plaintext
  } catch (cause) {
    throw new TokenError('undecodable', cause)
  }
}

const fiveParts = /^[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+$/

/** The key a token names. Its header must hold exactly our two algorithms and that name: no `zip`, `p2c`, `crit`, … */
function keyIdOf(token: string): string {
  if (!fiveParts.test(token)) throw new TokenError('malformed')
  const header = headerOf(token)
  const { alg, enc, kid, ...rest } = header
  if (alg !== tokenAlgorithm.alg || enc !== tokenAlgorithm.enc) throw new TokenError('undecodable')
  if (typeof kid !== 'string' || Object.keys(rest).length > 0) throw new TokenError('undecodable')
  return kid
}

function headerOf(token: string): Record<string, unknown> {
  const text = Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString('utf8')
  try {
    const header: unknown = JSON.parse(text)
    if (typeof header === 'object' && header !== null) return header as Record<string, unknown>
  } catch (cause) {
    throw new TokenError('malformed', cause)
  }
  throw new TokenError('malformed')
}
