import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { WorkspaceError } from './workspace-error.ts'

const NONCE = 12
const TAG = 16

/** Encrypts values at rest with AES-256-GCM. `place` is authenticated: a value moved to another place does not open. */
export interface Seal {
  close(value: string | Uint8Array, place: string): Uint8Array<ArrayBuffer>
  open(sealed: Uint8Array, place: string): string
  openBytes(sealed: Uint8Array, place: string): Uint8Array
}

/** A seal whose key is derived from the installation key, another one for each purpose. */
export const createSeal = (installationKey: Uint8Array, purpose = 'cairn environment variables'): Seal => {
  if (installationKey.length < 32) throw new RangeError('The installation key must have at least 32 bytes.')
  const key = Buffer.from(hkdfSync('sha256', installationKey, '', purpose, 32))
  const openBytes: Seal['openBytes'] = (sealed, place) => {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
      decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-TAG))
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
    } catch (cause) {
      throw new WorkspaceError('env_unreadable', {
        at: place,
        message: `Variable ${place} was sealed with another installation key. Restore that key or set it again.`,
        cause,
      })
    }
  }
  return {
    openBytes,
    open: (sealed, place) => Buffer.from(openBytes(sealed, place)).toString('utf8'),
    close(value, place) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      return new Uint8Array(
        Buffer.concat([nonce, cipher.update(Buffer.from(value)), cipher.final(), cipher.getAuthTag()]),
      )
    },
  }
}
