/** A secret that two pairs of elliptic curve keys agree on: ECDH-ES of RFC 7518, section 4.6. */
import { createECDH, createHash, createPublicKey, diffieHellman, KeyObject, type ECDH } from 'node:crypto'
import type { RandomPort } from '../../ports/ports.ts'
import { isObject, type ValueObject } from '../../values/kinds.ts'
import { encodePart, invalidKey } from './compact.ts'

interface Curve {
  name: 'P-256' | 'P-384' | 'P-521'
  length: number
  /** Of the first byte of a private key. */
  mask: number
}

const curves: Readonly<Record<string, Curve>> = {
  prime256v1: { name: 'P-256', length: 32, mask: 0xff },
  secp384r1: { name: 'P-384', length: 48, mask: 0xff },
  secp521r1: { name: 'P-521', length: 66, mask: 0x01 },
}

const noInfo = Buffer.alloc(0)
const mostAttempts = 100

/** A fresh pair of keys for one token: the secret, and the public half that the header carries. */
export function agreeOnWriting(
  algorithm: string,
  reader: KeyObject,
  random: RandomPort,
): { secret: Buffer; epk: ValueObject } {
  const curve = curveOf(reader, algorithm)
  const pair = freshPair(reader.asymmetricKeyDetails?.namedCurve ?? '', curve, random)
  const point = pair.getPublicKey()
  const [x, y] = [point.subarray(1, 1 + curve.length), point.subarray(1 + curve.length)]
  const epk = { kty: 'EC', crv: curve.name, x: encodePart(x), y: encodePart(y) }
  const shared = pair.computeSecret(pointOf(reader))
  return { secret: derive(shared, algorithm), epk }
}

/** The same secret, from the reader's private key and the header's public one. */
export function agreeOnReading(algorithm: string, privateKey: KeyObject, header: ValueObject): Buffer {
  const curve = curveOf(privateKey, algorithm)
  const epk = Object.hasOwn(header, 'epk') ? header['epk'] : undefined
  if (!isObject(epk) || epk['crv'] !== curve.name) throw new RangeError('no key of this curve in the header')
  const { x, y } = epk
  if (typeof x !== 'string' || typeof y !== 'string') throw new RangeError('no point in the header')
  // Refuses a point that is not on the curve.
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: curve.name, x, y }, format: 'jwk' })
  const [apu, apv] = [partyInfo(header, 'apu'), partyInfo(header, 'apv')]
  return derive(diffieHellman({ privateKey, publicKey }), algorithm, apu, apv)
}

function curveOf(key: KeyObject, algorithm: string): Curve {
  const curve = curves[key.asymmetricKeyDetails?.namedCurve ?? '']
  if (key.asymmetricKeyType === 'ec' && curve) return curve
  throw invalidKey(`${algorithm} needs a key of the curve P-256, P-384 or P-521.`)
}

function freshPair(opensslName: string, curve: Curve, random: RandomPort): ECDH {
  const pair = createECDH(opensslName)
  // All but never more than once: only a number beyond the curve's order is none.
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const bytes = Buffer.from(random.bytes(curve.length))
    bytes[0] = (bytes[0] ?? 0) & curve.mask
    if (isPrivateKey(pair, bytes)) return pair
  }
  throw new RangeError('no private key among the random bytes')
}

function isPrivateKey(pair: ECDH, bytes: Buffer): boolean {
  try {
    pair.setPrivateKey(bytes)
    return true
  } catch {
    return false
  }
}

function pointOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
}

/** Concat KDF; one round gives the 32 bytes that the largest key wrap takes. */
function derive(shared: Uint8Array, algorithm: string, apu: Buffer = noInfo, apv: Buffer = noInfo): Buffer {
  const bits = Number(algorithm.slice(-5, -2))
  const hash = createHash('sha256').update(uint32(1)).update(shared)
  for (const info of [Buffer.from(algorithm), apu, apv]) hash.update(uint32(info.length)).update(info)
  return hash
    .update(uint32(bits))
    .digest()
    .subarray(0, bits / 8)
}

function partyInfo(header: ValueObject, name: string): Buffer {
  const part = Object.hasOwn(header, name) ? header[name] : undefined
  return typeof part === 'string' ? Buffer.from(part, 'base64url') : noInfo
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
