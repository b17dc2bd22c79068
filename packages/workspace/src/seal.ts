import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { WorkspaceError } from './workspace-error.ts'

const NONCE = 12
const TAG = 16

/** Encrypts values at rest with AES-256-GCM. `place` is authenticated: a value moved to another place does not open. */
export interface Seal {
  close(value: string, place: string): Uint8Array<ArrayBuffer>
  open(sealed: Uint8Array, place: string): string
}

/** A seal whose key is derived from the installation key. */
export const createSeal = (installationKey: Uint8Array): Seal => {
  if (installationKey.length < 32) throw new RangeError('The installation key must have at least 32 bytes.')
  const key = Buffer.from(hkdfSync('sha256', installationKey, '', 'cairn environment variables', 32))
  return {
    close(value, place) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      return new Uint8Array(Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]))
    },
    open(sealed, place) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
        decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-TAG))
        return decipher.update(sealed.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8')
      } catch (cause) {
        throw new WorkspaceError('env_unreadable', {
          at: place,
          message: `Variable ${place} was sealed with another installation key. Restore that key or set it again.`,
          cause,
        })
      }
    },
  }
}
