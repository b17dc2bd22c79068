/** AES over texts that stand for bytes. GCM keeps its 16-byte tag behind the cipher text. */
import { createCipheriv, createDecipheriv, type CipherGCMTypes } from 'node:crypto'
import { bytesToText, textToBytes } from '../values/bytes.ts'
import { StackError } from '../values/error.ts'

export const cipherNames = [
  'aes-256-cbc',
  'aes-192-cbc',
  'aes-128-cbc',
  'aes-256-gcm',
  'aes-192-gcm',
  'aes-128-gcm',
] as const

export type CipherName = (typeof cipherNames)[number]

const tagLength = 16

interface CipherKey {
  algorithm: CipherName
  key: Uint8Array
  iv: Uint8Array
}

/** Encrypts text. Errors: `invalid_key` where the key or the iv has the wrong length. */
export function encryptText(data: string, algorithm: CipherName, key: string, iv: string): string {
  const secret = cipherKey(algorithm, key, iv)
  const plain = textToBytes(data)
  return bytesToText(isGcm(algorithm) ? sealGcm(plain, algorithm, secret) : sealCbc(plain, secret))
}

/** The text that was encrypted. Errors: `decryption_failed`, which never says why. */
export function decryptText(data: string, algorithm: CipherName, key: string, iv: string): string {
  const secret = cipherKey(algorithm, key, iv)
  try {
    return bytesToText(isGcm(algorithm) ? openGcm(data, algorithm, secret) : openCbc(data, secret))
  } catch {
    throw new StackError('standard', 'decryption_failed', 'The data could not be decrypted.', {
      hint: 'It was changed, or was encrypted with another key, iv or algorithm.',
    })
  }
}

function sealCbc(plain: Uint8Array, { algorithm, key, iv }: CipherKey): Buffer {
  const cipher = createCipheriv(algorithm, key, iv)
  return Buffer.concat([cipher.update(plain), cipher.final()])
}

function sealGcm(plain: Uint8Array, algorithm: CipherGCMTypes, { key, iv }: CipherKey): Buffer {
  const cipher = createCipheriv(algorithm, key, iv)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openCbc(data: string, { algorithm, key, iv }: CipherKey): Buffer {
  const decipher = createDecipheriv(algorithm, key, iv)
  return Buffer.concat([decipher.update(textToBytes(data)), decipher.final()])
}

function openGcm(data: string, algorithm: CipherGCMTypes, { key, iv }: CipherKey): Buffer {
  const bytes = textToBytes(data)
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagLength })
  decipher.setAuthTag(bytes.subarray(-tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()])
}

function isGcm(algorithm: CipherName): algorithm is CipherName & CipherGCMTypes {
  return algorithm.endsWith('gcm')
}

function cipherKey(algorithm: CipherName, key: string, iv: string): CipherKey {
  const keyLength = Number(algorithm.slice(4, 7)) / 8
  const ivLength = isGcm(algorithm) ? 12 : 16
  return {
    algorithm,
    key: exactly('key', textToBytes(key), keyLength, algorithm),
    iv: exactly('iv', textToBytes(iv), ivLength, algorithm),
  }
}

function exactly(name: string, bytes: Uint8Array, length: number, algorithm: string): Uint8Array {
  if (bytes.length === length) return bytes
  const message = `${algorithm} needs ${name === 'iv' ? 'an' : 'a'} ${name} of ${length} bytes, not ${bytes.length}.`
  throw new StackError('standard', 'invalid_key', message)
}
