import { hashPassword, verifyPassword, type TokenIssuer } from '@cairn/auth'
import type { AuthPort } from '@cairn/statements'

/** Tokens for one datasource of the workspace the issuer was made for, and passwords. */
export function createAuthPort(issueToken: TokenIssuer, datasource: string): AuthPort {
  return {
    createToken: ({ table, id, extras, expiration }) => issueToken({ table, id, extras, expiration, datasource }),
    hashPassword: (password) => hashPassword(password),
    checkPassword: (password, hash) => verifyPassword(password, hash),
  }
}
