/** Content encryption of RFC 7518, section 5: AES-GCM, and AES-CBC with HMAC. */
import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual, type CipherGCMTypes } from 'node:crypto'

export interface Sealed {
  iv: Uint8Array
  data: Buffer
  tag: Buffer
}

const tagLength = 16

/** Bytes of key an algorithm takes: `A128GCM`, `A256CBC-HS512`. */
export function contentKeyLength(algorithm: string): number {
  const bits = Number(algorithm.slice(1, 4))
  return (algorithm.includes('CBC') ? bits * 2 : bits) / 8
}

export function contentIvLength(algorithm: string): number {
  return algorithm.includes('CBC') ? 16 : 12
}

/** Encrypts; `header` is protected with the content. */
export function seal(algorithm: string, key: Uint8Array, iv: Uint8Array, plain: Uint8Array, header: string): Sealed {
  if (algorithm.includes('CBC')) return sealCbc(algorithm, key, iv, plain, header)
  const cipher = createCipheriv(gcmName(key), key, iv, { authTagLength: tagLength }).setAAD(Buffer.from(header))
  return { iv, data: Buffer.concat([cipher.update(plain), cipher.final()]), tag: cipher.getAuthTag() }
}

/** Decrypts; throws when anything was changed. */
export function open(algorithm: string, key: Uint8Array, { iv, data, tag }: Sealed, header: string): Buffer {
  if (iv.length !== contentIvLength(algorithm)) throw new RangeError('wrong length of iv')
  if (algorithm.includes('CBC')) return openCbc(algorithm, key, { iv, data, tag }, header)
  if (tag.length !== tagLength) throw new RangeError('wrong length of tag')
  const decipher = createDecipheriv(gcmName(key), key, iv, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(header)).setAuthTag(tag)
  return Buffer.concat([decipher.update(data), decipher.final()])
}

function sealCbc(algorithm: string, key: Uint8Array, iv: Uint8Array, plain: Uint8Array, header: string): Sealed {
  const half = key.length / 2
  const cipher = createCipheriv(cbcName(half), key.subarray(half), iv)
  const data = Buffer.concat([cipher.update(plain), cipher.final()])
  return { iv, data, tag: cbcTag(algorithm, key.subarray(0, half), header, iv, data) }
}

function openCbc(algorithm: string, key: Uint8Array, { iv, data, tag }: Sealed, header: string): Buffer {
  const half = key.length / 2
  const expected = cbcTag(algorithm, key.subarray(0, half), header, iv, data)
  if (tag.length !== expected.length || !timingSafeEqual(tag, expected)) throw new RangeError('wrong tag')
  const decipher = createDecipheriv(cbcName(half), key.subarray(half), iv)
  return Buffer.concat([decipher.update(data), decipher.final()])
}

/** The first half of an HMAC over header, iv, data and the header's length in bits. */
function cbcTag(algorithm: string, key: Uint8Array, header: string, iv: Uint8Array, data: Uint8Array): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(Buffer.byteLength(header) * 8))
  const hmac = createHmac(`sha${algorithm.slice(-3)}`, key)
  return hmac.update(header).update(iv).update(data).update(length).digest().subarray(0, key.length)
}

function gcmName(key: Uint8Array): CipherGCMTypes {
  return `aes-${key.length * 8}-gcm` as CipherGCMTypes
}

function cbcName(length: number): string {
  return `aes-${length * 8}-cbc`
}
