/** Filters and statements (which use the jose library) read each other's tokens, for every algorithm. */
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Value } from '@cairn/statements'
import { decryptTokenNow, encryptTokenNow, signTokenNow, verifyTokenNow } from '../../src/crypto/jose/tokens.ts'
import {
  contentAlgorithms,
  decryptToken,
  encryptToken,
  keyAlgorithms,
  signatureAlgorithms,
  signToken,
  verifyToken,
} from '../../src/crypto/token.ts'
import { now, smallContext } from '../filters/evaluate-example.ts'

interface Pair {
  private: Value
  public: Value
}

const content = { headers: { kid: 'k1' }, claims: { sub: 'é', deep: { list: [1, null, 'x'] } }, ttl: 60, now }
const expected = { ...content.claims, exp: Math.floor(now / 1000) + 60 }
const checks = { claims: { sub: 'é' }, drift: 0, now }
const { random } = smallContext().ports

const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

function curvePair(namedCurve: string): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve })
  return {
    private: privateKey.export({ format: 'jwk' }) as Value,
    public: publicKey.export({ format: 'jwk' }) as Value,
  }
}

const curves: Record<string, Pair> = { 256: curvePair('P-256'), 384: curvePair('P-384'), 512: curvePair('P-521') }

function signingKeys(algorithm: string): Pair {
  if (algorithm.startsWith('HS')) return { private: 's'.repeat(64), public: 's'.repeat(64) }
  if (algorithm.startsWith('ES')) return curves[algorithm.slice(2)] as Pair
  return { private: rsa.privateKey, public: rsa.publicKey }
}

function wrappingKeys(algorithm: string): Pair {
  if (algorithm.startsWith('ECDH')) return curves['512'] as Pair
  const secret = 'k'.repeat(Number(algorithm.slice(1, 4)) / 8)
  return { private: secret, public: secret }
}

describe('signed', () => {
  test.each(signatureAlgorithms)('%s', async (algorithm) => {
    const keys = signingKeys(algorithm)
    const ours = signTokenNow(content, keys.private, algorithm)
    expect(await verifyToken(ours, keys.public, algorithm, checks)).toEqual(expected)
    const theirs = await signToken(content, keys.private, algorithm)
    expect(verifyTokenNow(theirs, keys.public, algorithm, checks)).toEqual(expected)
  })
})

describe('encrypted', () => {
  test.each(keyAlgorithms.flatMap((key) => contentAlgorithms.map((encryption) => [key, encryption] as const)))(
    '%s with %s',
    async (algorithm, encryption) => {
      const keys = wrappingKeys(algorithm)
      const ours = encryptTokenNow(content, keys.public, algorithm, encryption, random)
      expect(await decryptToken(ours, keys.private, algorithm, encryption, checks)).toEqual(expected)
      const theirs = await encryptToken(content, keys.public, algorithm, encryption)
      expect(decryptTokenNow(theirs, keys.private, algorithm, encryption, checks)).toEqual(expected)
    },
  )
})
