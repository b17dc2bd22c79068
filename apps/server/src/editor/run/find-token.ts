import type { TokenClaims } from '@cairn/auth'
import { isContainer, StackError, type Value } from '@cairn/statements'

/** Five parts, as a token of ours has. */
const looksLikeToken = /^[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+$/
const MOST_LOOKED_AT = 1_000

/** The first token of this workspace in what an endpoint answered; null when there is none. */
export async function findToken(
  answer: Value,
  read: (token: string) => Promise<TokenClaims>,
): Promise<{ token: string; claims: TokenClaims } | null> {
  const left: Value[] = [answer]
  for (let looked = 0; left.length > 0 && looked < MOST_LOOKED_AT; looked++) {
    const value = left.shift() ?? null
    if (typeof value === 'string' && looksLikeToken.test(value)) {
      const claims = await claimsOf(value, read)
      if (claims !== null) return { token: value, claims }
    }
    if (isContainer(value)) left.push(...Object.values(value))
  }
  return null
}

async function claimsOf(token: string, read: (token: string) => Promise<TokenClaims>): Promise<TokenClaims | null> {
  try {
    return await read(token)
  } catch (error) {
    if (error instanceof StackError) return null
    throw error
  }
}
