import type { webcrypto } from 'node:crypto'

/** A secret of 32 bytes with the name that tokens carry to find it. */
export interface TokenKey {
  readonly id: string
  readonly secret: Uint8Array
}

/** The key that new tokens are made with, and all that are still accepted (`current` among them). */
export interface TokenKeys {
  readonly current: TokenKey
  readonly accepted: readonly TokenKey[]
}

const imported = new WeakMap<TokenKey, Promise<webcrypto.CryptoKey>>()

/** The key in the form the cipher takes, imported once. */
export function cipherKey(key: TokenKey): Promise<webcrypto.CryptoKey> {
  const known = imported.get(key)
  if (known !== undefined) return known
  if (key.secret.byteLength !== 32) throw new RangeError(`Token key "${key.id}" must have 32 bytes.`)
  const made = crypto.subtle.importKey('raw', new Uint8Array(key.secret), 'AES-KW', false, ['wrapKey', 'unwrapKey'])
  imported.set(key, made)
  return made
}
