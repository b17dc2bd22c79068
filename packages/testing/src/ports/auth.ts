import type { AuthPort } from '@cairn/statements'

const hashMark = 'hashed:'

/** Tokens and hashes that can be read: the token is its claims as JSON. */
export function fakeAuth(): AuthPort {
  return {
    createToken: async (claims) => JSON.stringify(claims),
    hashPassword: async (password) => hashMark + password,
    checkPassword: async (password, hash) => hash === hashMark + password,
  }
}
