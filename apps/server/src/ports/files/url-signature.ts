import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** Signs paths until a time, with a key derived for one workspace's files alone. */
export interface UrlSigner {
  /** `path?expires=…&signature=…`; `expires` in epoch seconds. */
  sign(path: string, expires: number): string
  /** Whether this signature was made for this path and time. The time itself is the caller's to judge. */
  matches(path: string, expires: number, signature: string): boolean
}

export function createUrlSigner(secret: Uint8Array, workspace: string): UrlSigner {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `cairn file urls ${workspace}`, 32))
  const digest = (path: string, expires: number) => createHmac('sha256', key).update(`${expires}\n${path}`).digest()
  return {
    sign: (path, expires) => `${path}?expires=${expires}&signature=${digest(path, expires).toString('base64url')}`,
    matches(path, expires, signature) {
      const given = Buffer.from(signature, 'base64url')
      const made = digest(path, expires)
      return given.length === made.length && timingSafeEqual(given, made)
    },
  }
}
