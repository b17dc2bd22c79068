/** How the content's key travels in a token: RFC 7518, sections 4.4 (A*KW), 4.6 (ECDH-ES+A*KW) and 4.7 (A*GCMKW). */
import { createCipheriv, createDecipheriv, KeyObject } from 'node:crypto'
import type { RandomPort } from '../../ports/ports.ts'
import type { ValueObject } from '../../values/kinds.ts'
import { agreeOnReading, agreeOnWriting } from './agreement.ts'
import { decodePart, encodePart, invalidKey } from './compact.ts'
import { open, seal } from './content.ts'

type Key = Uint8Array | KeyObject

export interface WrappedKey {
  wrapped: Buffer
  /** Members the header needs so that the reader can unwrap. */
  header: ValueObject
}

const wrapIv = Buffer.alloc(8, 0xa6)

export function wrapKey(algorithm: string, key: Key, content: Uint8Array, random: RandomPort): WrappedKey {
  if (algorithm.startsWith('ECDH-ES')) {
    const { secret, epk } = agreeOnWriting(algorithm, pairKey(key, algorithm), random)
    return { wrapped: aesWrap(secret, content), header: { epk } }
  }
  const secret = secretKey(key, algorithm)
  if (!algorithm.endsWith('GCMKW')) return { wrapped: aesWrap(secret, content), header: {} }
  const { iv, data, tag } = seal(gcmOf(algorithm), secret, random.bytes(12), content, '')
  return { wrapped: data, header: { iv: encodePart(iv), tag: encodePart(tag) } }
}

/** The content's key; throws when the token was not made for this key. */
export function unwrapKey(algorithm: string, key: Key, wrapped: Buffer, header: ValueObject): Buffer {
  if (algorithm.startsWith('ECDH-ES')) {
    return aesUnwrap(agreeOnReading(algorithm, pairKey(key, algorithm), header), wrapped)
  }
  const secret = secretKey(key, algorithm)
  if (!algorithm.endsWith('GCMKW')) return aesUnwrap(secret, wrapped)
  const [iv, tag] = [headerBytes(header, 'iv'), headerBytes(header, 'tag')]
  return open(gcmOf(algorithm), secret, { iv, data: wrapped, tag }, '')
}

function secretKey(key: Key, algorithm: string): Uint8Array {
  const length = Number(algorithm.slice(1, 4)) / 8
  if (!(key instanceof KeyObject) && key.length === length) return key
  throw invalidKey(`${algorithm} needs a secret of ${length} bytes.`)
}

function pairKey(key: Key, algorithm: string): KeyObject {
  if (key instanceof KeyObject) return key
  throw invalidKey(`${algorithm} needs a pair of keys: give a PEM or a JWK.`)
}

function gcmOf(algorithm: string): string {
  return algorithm.slice(0, -2)
}

function aesWrap(secret: Uint8Array, content: Uint8Array): Buffer {
  const cipher = createCipheriv(`aes${secret.length * 8}-wrap`, secret, wrapIv)
  return Buffer.concat([cipher.update(content), cipher.final()])
}

function aesUnwrap(secret: Uint8Array, wrapped: Uint8Array): Buffer {
  const decipher = createDecipheriv(`aes${secret.length * 8}-wrap`, secret, wrapIv)
  return Buffer.concat([decipher.update(wrapped), decipher.final()])
}

function headerBytes(header: ValueObject, name: string): Buffer {
  const part = Object.hasOwn(header, name) ? header[name] : undefined
  if (typeof part !== 'string') throw new RangeError(`no ${name} in the header`)
  return decodePart(part)
}
