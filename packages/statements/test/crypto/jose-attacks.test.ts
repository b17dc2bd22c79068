/** Tokens that somebody made to be let in. */
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { StackError, type Value } from '@cairn/statements'
import { decryptTokenNow, encryptTokenNow, signTokenNow, verifyTokenNow } from '../../src/crypto/jose/tokens.ts'
import { evaluateExample, now, smallContext } from '../filters/evaluate-example.ts'

const { random } = smallContext().ports
const secret = 'a secret nobody knows'
const wrapping = 'k'.repeat(32)
const none = { claims: {}, drift: 0, now }
const seconds = Math.floor(now / 1000)

const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function forge(header: unknown, claims: unknown, key: string | Buffer = secret, hash = 'sha256'): string {
  const data = `${json(header)}.${json(claims)}`
  return `${data}.${createHmac(hash, key).update(data).digest('base64url')}`
}

function reasonOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof StackError) return error.reason
    throw error
  }
  return 'accepted'
}

const signed = (claims: { [key: string]: Value }, ttl = 0) =>
  signTokenNow({ headers: {}, claims, ttl, now }, secret, 'HS256')
const encrypted = (encryption: string) =>
  encryptTokenNow({ headers: {}, claims: { id: 1 }, ttl: 0, now }, wrapping, 'A256KW', encryption, random)

test('the honest token is taken', () => {
  expect(reasonOf(() => verifyTokenNow(signed({ id: 1 }), secret, 'HS256', none))).toBe('accepted')
})

describe('signed tokens', () => {
  const rsa = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const [header = '', payload = '', signature = ''] = signed({ id: 1 }).split('.')

  test.each<[string, string]>([
    ['no signature', `${json({ alg: 'none' })}.${payload}.`],
    ['no signature, spelt otherwise', `${json({ alg: 'nOnE' })}.${payload}.`],
    ['an empty signature', `${header}.${payload}.`],
    ['another hash', forge({ alg: 'HS512' }, { id: 1 }, secret, 'sha512')],
    ['the algorithm in other letters', forge({ alg: 'hs256' }, { id: 1 })],
    ['a list of algorithms', forge({ alg: ['HS256'] }, { id: 1 })],
    ['no algorithm', forge({ typ: 'JWT' }, { id: 1 })],
    [
      'the algorithm from a prototype',
      `${Buffer.from('{"__proto__":{"alg":"HS256"}}').toString('base64url')}.${payload}.${signature}`,
    ],
    ['a key of its own', forge({ alg: 'HS256', jwk: { kty: 'oct', k: 'aGk' } }, { id: 1 }, 'hi')],
    ['a critical extension', forge({ alg: 'HS256', crit: ['exp'] }, { id: 1 })],
    ['an unencoded payload', forge({ alg: 'HS256', b64: false }, { id: 1 })],
    ['other claims', `${header}.${json({ id: 2 })}.${signature}`],
    ['another header', `${json({ alg: 'HS256', kid: '2' })}.${payload}.${signature}`],
    ['padding', `${header}.${payload}.${signature}=`],
    ['a second spelling of the signature', `${header}.${payload}.${respelt(signature)}`],
    ['spaces', ` ${header}.${payload}.${signature}`],
    ['a fourth part', `${header}.${payload}.${signature}.`],
    ['five parts', `${header}.${payload}.${signature}..`],
    ['claims that are a list', forge({ alg: 'HS256' }, [1])],
    ['claims that are null', forge({ alg: 'HS256' }, null)],
    ['claims of great depth', forge({ alg: 'HS256' }, JSON.parse('{"a":'.repeat(100) + '1' + '}'.repeat(100)))],
    ['great length', forge({ alg: 'HS256' }, { id: 'x'.repeat(70_000) })],
    ['an end that is text', forge({ alg: 'HS256' }, { exp: '9999999999' })],
    ['a start that is null', forge({ alg: 'HS256' }, { nbf: null })],
    ['an end that has come', forge({ alg: 'HS256' }, { exp: seconds })],
    ['nothing', ''],
  ])('%s', (_title, token) => {
    expect(reasonOf(() => verifyTokenNow(token, secret, 'HS256', none))).toBe('invalid_token')
  })

  test('the public key of RS256 taken for a secret of HS256', () => {
    const token = forge({ alg: 'HS256' }, { id: 1 }, rsa.publicKey)
    expect(reasonOf(() => verifyTokenNow(token, rsa.publicKey, 'RS256', none))).toBe('invalid_token')
    expect(reasonOf(() => verifyTokenNow(token, rsa.publicKey, 'HS256', none))).toBe('invalid_key')
  })

  test('an HMAC under the header of RS256', () => {
    const token = forge({ alg: 'RS256' }, { id: 1 }, rsa.publicKey)
    expect(reasonOf(() => verifyTokenNow(token, rsa.publicKey, 'RS256', none))).toBe('invalid_token')
  })

  test('RS256 and PS256 are not the same', () => {
    const token = signTokenNow({ headers: {}, claims: {}, ttl: 0, now }, rsa.privateKey, 'RS256')
    const [, body = '', proof = ''] = token.split('.')
    const renamed = `${json({ alg: 'PS256' })}.${body}.${proof}`
    expect(reasonOf(() => verifyTokenNow(renamed, rsa.publicKey, 'PS256', none))).toBe('invalid_token')
  })

  test.each<[string, Value, string]>([
    ['an empty secret', '', 'HS256'],
    ['no secret', null, 'HS256'],
    ['a secret where a pair is needed', 'secret', 'RS256'],
    ['a curve key for RSA', curve('P-256'), 'RS256'],
    ['an RSA key for a curve', rsa.publicKey, 'ES256'],
    ['a key of another curve', curve('P-384'), 'ES256'],
    ['an RSA key that is too short', shortRsa(), 'RS256'],
  ])('%s is an error of the stack', (_title, key, algorithm) => {
    const token = `${json({ alg: algorithm })}.${json({})}.${Buffer.alloc(64, 1).toString('base64url')}`
    expect(reasonOf(() => verifyTokenNow(token, key, algorithm, none))).toBe('invalid_key')
  })
})

describe('dates and claims', () => {
  test.each<[string, { [key: string]: Value }, { claims?: { [key: string]: Value }; drift?: number }, string]>([
    ['ended a second ago', { exp: seconds - 1 }, {}, 'invalid_token'],
    ['ended a second ago, clocks may differ', { exp: seconds - 1 }, { drift: 5 }, 'accepted'],
    ['ended long ago, clocks may differ', { exp: seconds - 6 }, { drift: 5 }, 'invalid_token'],
    ['ends later', { exp: seconds + 1 }, {}, 'accepted'],
    ['starts now', { nbf: seconds }, {}, 'accepted'],
    ['starts later', { nbf: seconds + 2 }, {}, 'invalid_token'],
    ['starts later, clocks may differ', { nbf: seconds + 2 }, { drift: 2 }, 'accepted'],
    ['says what is expected', { iss: 'us', n: 1 }, { claims: { iss: 'us', n: 1 } }, 'accepted'],
    ['says something else', { iss: 'them' }, { claims: { iss: 'us' } }, 'invalid_token'],
    ['says a number as text', { n: '1' }, { claims: { n: 1 } }, 'invalid_token'],
    ['says nothing', {}, { claims: { iss: null } }, 'invalid_token'],
    ['is for several', { aud: ['a', 'b'] }, { claims: { aud: 'b' } }, 'accepted'],
    ['is for others', { aud: ['a', 'b'] }, { claims: { aud: 'c' } }, 'invalid_token'],
    ['a claim of every object', {}, { claims: { toString: '' } }, 'invalid_token'],
  ])('%s', (_title, claims, checks, expected) => {
    expect(reasonOf(() => verifyTokenNow(signed(claims), secret, 'HS256', { ...none, ...checks }))).toBe(expected)
  })

  test('a claim named __proto__ is data', () => {
    const data = `${json({ alg: 'HS256' })}.${Buffer.from('{"__proto__":{"admin":true}}').toString('base64url')}`
    const token = `${data}.${createHmac('sha256', secret).update(data).digest('base64url')}`
    const claims = verifyTokenNow(token, secret, 'HS256', none)
    expect(claims['admin']).toBeUndefined()
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
})

describe('encrypted tokens', () => {
  test.each(['A256CBC-HS512', 'A256GCM'])('%s: a change to any part', (encryption) => {
    const parts = encrypted(encryption).split('.')
    for (const index of parts.keys()) {
      const bytes = Buffer.from(parts[index] ?? '', 'base64url')
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      const changed = parts.with(index, bytes.toString('base64url')).join('.')
      expect(reasonOf(() => decryptTokenNow(changed, wrapping, 'A256KW', encryption, none))).toBe('invalid_token')
      const cut = parts.with(index, bytes.subarray(0, -4).toString('base64url')).join('.')
      expect(reasonOf(() => decryptTokenNow(cut, wrapping, 'A256KW', encryption, none))).toBe('invalid_token')
      const gone = parts.with(index, '').join('.')
      expect(reasonOf(() => decryptTokenNow(gone, wrapping, 'A256KW', encryption, none))).toBe('invalid_token')
    }
  })

  test.each([
    ['a password and a million rounds', { alg: 'PBES2-HS256+A128KW', p2c: 2_000_000_000, p2s: 'AAAA', enc: 'A256GCM' }],
    ['the key itself', { alg: 'dir', enc: 'A256GCM' }],
    ['RSA', { alg: 'RSA1_5', enc: 'A256GCM' }],
    ['compression', { alg: 'A256KW', enc: 'A256GCM', zip: 'DEF' }],
    ['another content algorithm', { alg: 'A256KW', enc: 'A128GCM' }],
    ['no content algorithm', { alg: 'A256KW' }],
  ])('a header that asks for %s', (_title, header) => {
    const token = encrypted('A256GCM').split('.').with(0, json(header)).join('.')
    expect(reasonOf(() => decryptTokenNow(token, wrapping, 'A256KW', 'A256GCM', none))).toBe('invalid_token')
  })

  test('another key, and a key of the wrong length', () => {
    const token = encrypted('A256GCM')
    expect(reasonOf(() => decryptTokenNow(token, 'x'.repeat(32), 'A256KW', 'A256GCM', none))).toBe('invalid_token')
    expect(reasonOf(() => decryptTokenNow(token, 'short', 'A256KW', 'A256GCM', none))).toBe('invalid_key')
  })

  test('a token of great length', () => {
    const token = `${json({ alg: 'A256KW', enc: 'A256GCM' })}.AAAA.AAAA.${'A'.repeat(100_000)}.AAAA`
    expect(reasonOf(() => decryptTokenNow(token, wrapping, 'A256KW', 'A256GCM', none))).toBe('invalid_token')
  })
})

test.each([
  '{}|jws_encode:{}:"s":"none"',
  '"a.b.c"|jws_decode:{}:"s":"none"',
  '"a.b.c"|jws_decode:{}:"s":"PBES2-HS256+A128KW"',
  '{}|jwe_encode:{}:"s":"PBES2-HS256+A128KW":"A256GCM"',
  '{}|jwe_encode:{}:"s":"dir":"A256GCM"',
  '"claims"|jws_encode:{}:"s":"HS256"',
  '"x"|encrypt:"rc4":"k":"iv"',
])('%s is refused', (expression) => {
  expect(reasonOf(() => evaluateExample(expression))).toBe('invalid_argument')
})

function curve(namedCurve: string): Value {
  return generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' }) as Value
}

function shortRsa(): string {
  return generateKeyPairSync('rsa', { modulusLength: 1024 })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString()
}

/** Base64url whose last character has other bits that stand for no byte. */
function respelt(part: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return part.slice(0, -1) + letters.charAt(letters.indexOf(part.at(-1) ?? '') ^ 1)
}
