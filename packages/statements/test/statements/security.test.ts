import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { decryptToken, encryptToken, signToken, verifyToken } from '../../src/crypto/token.ts'
import { decryptText, encryptText } from '../../src/crypto/cipher.ts'
import type { Value } from '../../src/index.ts'
import { bytesToText } from '../../src/index.ts'

const now = Date.UTC(2026, 0, 1)
const content = { headers: {}, claims: { sub: '1' }, ttl: 60, now }
const checks = { claims: {}, drift: 0, now }
const claims = { sub: '1', exp: now / 1000 + 60 }

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pkcs1 = String(rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }))
const pkcs8 = String(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }))
const publicPem = String(rsa.publicKey.export({ type: 'spki', format: 'pem' }))
const sec1 = String(curve.privateKey.export({ type: 'sec1', format: 'pem' }))
const jwk = rsa.privateKey.export({ format: 'jwk' }) as Record<string, Value>
const secretJwk = { kty: 'oct', k: Buffer.from('secret').toString('base64url') }
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('a key may be written in each of these ways', () => {
  test.each<[string, string, Value, Value]>([
    ['text', 'HS256', 'secret', secretJwk],
    ['JSON', 'HS384', JSON.stringify(secretJwk), 'secret'],
    ['base64 of JSON', 'HS512', base64(JSON.stringify(secretJwk)), 'secret'],
    ['PKCS #1 and the public half', 'RS256', pkcs1, publicPem],
    ['base64 of PKCS #1', 'RS384', base64(pkcs1), publicPem],
    ['PKCS #8, its lines written with \\n', 'PS256', pkcs8.replaceAll('\n', String.raw`\n`), jwk],
    ['a JWK', 'PS512', jwk, pkcs8],
    ['SEC1', 'ES256', sec1, sec1],
  ])('%s for %s', async (_, algorithm, signing, verifying) => {
    expect(await verifyToken(await signToken(content, signing, algorithm), verifying, algorithm, checks)).toEqual(
      claims,
    )
  })
})

describe('a key that does not fit is an error that does not show the key', () => {
  test.each<[string, string, Value]>([
    ['a PEM is no secret', 'HS256', publicPem],
    ['an RSA JWK is no secret', 'HS256', jwk],
    ['an empty secret', 'HS256', ''],
    ['null', 'HS256', null],
    ['text is no pair', 'RS256', 'secret-text'],
    ['a public key does not sign', 'RS256', publicPem],
    ['a key of another curve', 'ES384', sec1],
  ])('%s', async (_, algorithm, key) => {
    const failure = await signToken(content, key, algorithm).catch((error: unknown) => error)
    expect(failure).toMatchObject({ reason: 'invalid_key' })
    expect(String(failure)).not.toContain('secret-text')
  })
})

const hs = (text: string) => verifyToken(text, 'secret', 'HS256', checks)
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a token is refused', () => {
  test.each<[string, () => Promise<Value>]>([
    ['without a signature', () => hs(`${part({ alg: 'none' })}.${part({ sub: '1' })}.`)],
    ['of another algorithm', async () => hs(await signToken(content, 'secret', 'HS512'))],
    [
      'signed with the public key as a secret',
      async () => {
        const forged = await signToken(content, secretJwkOf(publicPem), 'HS256')
        return verifyToken(forged, publicPem, 'RS256', checks)
      },
    ],
    ['of another key', async () => hs(await signToken(content, 'other', 'HS256'))],
    [
      'of another pair',
      async () =>
        verifyToken(
          await signToken(content, pkcs8, 'RS256'),
          other.publicKey.export({ format: 'jwk' }) as Value,
          'RS256',
          checks,
        ),
    ],
    [
      'that was changed',
      async () => hs((await signToken(content, 'secret', 'HS256')).replace(/\.[^.]+\./, `.${part({ sub: '2' })}.`)),
    ],
    [
      'after its end',
      async () =>
        verifyToken(await signToken(content, 'secret', 'HS256'), 'secret', 'HS256', { ...checks, now: now + 60_000 }),
    ],
    [
      'before it begins',
      async () => hs(await signToken({ ...content, claims: { nbf: now / 1000 + 5 } }, 'secret', 'HS256')),
    ],
    [
      'with another claim',
      async () =>
        verifyToken(await signToken(content, 'secret', 'HS256'), 'secret', 'HS256', { ...checks, claims: { sub: 1 } }),
    ],
    [
      'without the claim',
      async () =>
        verifyToken(await signToken(content, 'secret', 'HS256'), 'secret', 'HS256', {
          ...checks,
          claims: { constructor: null, role: 'a' },
        }),
    ],
    ['that is no token', () => hs('a.b.c')],
  ])('%s', async (_, read) => {
    await expect(read()).rejects.toMatchObject({ reason: 'invalid_token', status: 401 })
  })

  test('but not within the drift', async () => {
    const late = { ...checks, drift: 10, now: now + 65_000 }
    expect(await verifyToken(await signToken(content, 'secret', 'HS256'), 'secret', 'HS256', late)).toEqual(claims)
  })
})

function secretJwkOf(text: string): Value {
  return { kty: 'oct', k: Buffer.from(text).toString('base64url') }
}

describe('encrypted tokens', () => {
  test.each<[string, string, Value]>([
    ['A256KW', 'A256CBC-HS512', 'x'.repeat(32)],
    ['A192GCMKW', 'A192GCM', 'x'.repeat(24)],
    ['A128KW', 'A128CBC-HS256', 'x'.repeat(16)],
    ['ECDH-ES+A128KW', 'A256GCM', sec1],
  ])('%s with %s', async (algorithm, encryption, key) => {
    const token = await encryptToken(content, key, algorithm, encryption)
    expect(await decryptToken(token, key, algorithm, encryption, checks)).toEqual(claims)
    await expect(decryptToken(token, key, algorithm, 'A192CBC-HS384', checks)).rejects.toMatchObject({
      reason: 'invalid_token',
    })
  })

  test('a secret of the wrong length is named', async () => {
    await expect(encryptToken(content, 'short', 'A256KW', 'A256GCM')).rejects.toMatchObject({ reason: 'invalid_key' })
  })
})

describe('ciphers', () => {
  const everyByte = bytesToText(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  const cases = [128, 192, 256].flatMap((bits) => [
    [`aes-${bits}-cbc`, 'k'.repeat(bits / 8), 'i'.repeat(16)],
    [`aes-${bits}-gcm`, 'k'.repeat(bits / 8), 'i'.repeat(12)],
  ])
  test.each(cases as ['aes-128-cbc', string, string][])('%s keeps every byte', (algorithm, key, iv) => {
    expect(decryptText(encryptText(everyByte, algorithm, key, iv), algorithm, key, iv)).toBe(everyByte)
    expect(() => decryptText('', algorithm, key, iv)).toThrow('could not be decrypted')
  })
})
