/** Test vectors of the standards, so that what we write is what others read. */
import { describe, expect, test } from 'vitest'
import { contentKeyLength, open, seal } from '../../src/crypto/jose/content.ts'
import { unwrapKey, wrapKey } from '../../src/crypto/jose/key-wrap.ts'
import { agreeOnReading } from '../../src/crypto/jose/agreement.ts'
import { verifyTokenNow } from '../../src/crypto/jose/tokens.ts'
import { createPrivateKey } from 'node:crypto'
import { smallContext } from '../filters/evaluate-example.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex')
const { random } = smallContext().ports

/** RFC 7515, appendix A.1. */
test('HMAC SHA-256 token of RFC 7515', () => {
  const token =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
  const key = {
    kty: 'oct',
    k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
  }
  const checks = { claims: { iss: 'joe' }, drift: 0, now: 1_300_819_379_000 }
  expect(verifyTokenNow(token, key, 'HS256', checks)).toEqual({
    iss: 'joe',
    exp: 1300819380,
    'http://example.com/is_root': true,
  })
  expect(() => verifyTokenNow(token, key, 'HS256', { ...checks, now: 1_300_819_380_000 })).toThrow('Invalid token.')
})

/** RFC 7515, appendix A.3. */
test('ECDSA P-256 token of RFC 7515', () => {
  const token =
    'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q'
  const key = {
    kty: 'EC',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  }
  const checks = { claims: {}, drift: 0, now: 1_300_000_000_000 }
  expect(verifyTokenNow(token, key, 'ES256', checks)['iss']).toBe('joe')
})

/** RFC 7518, appendix B: the plain text and the header are the same in all three. */
describe('AES-CBC with HMAC of RFC 7518', () => {
  const plain = Buffer.from(
    'A cipher system must not be required to be secret, and it must be able to fall into the hands of the enemy without inconvenience',
  )
  const header = 'The second principle of Auguste Kerckhoffs'
  const iv = hex('1af38c2dc2b96ffdd86694092341bc04')

  test.each([
    ['A128CBC-HS256', 'c80edfa32ddf39d5ef00c0b468834279', '652c3fa36b0a7c5b3219fab3a30bc1c4'],
    ['A192CBC-HS384', 'ea65da6b59e61edb419be62d19712ae5', '8490ac0e58949bfe51875d733f93ac2075168039ccc733d7'],
    [
      'A256CBC-HS512',
      '4affaaadb78c31c5da4b1b590d10ffbd',
      '4dd3b4c088a7f45c216839645b2012bf2e6269a8c56a816dbc1b267761955bc5',
    ],
  ])('%s', (algorithm, firstBlock, tag) => {
    const key = Buffer.from(Array.from({ length: contentKeyLength(algorithm) }, (_, index) => index))
    const sealed = seal(algorithm, key, iv, plain, header)
    expect(sealed.data.subarray(0, 16).toString('hex')).toBe(firstBlock)
    expect(sealed.tag.toString('hex')).toBe(tag)
    expect(open(algorithm, key, sealed, header)).toEqual(plain)
  })
})

/** RFC 3394, section 4. */
test.each([
  ['A128KW', '000102030405060708090A0B0C0D0E0F', '1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5'],
  ['A192KW', '000102030405060708090A0B0C0D0E0F1011121314151617', '96778B25AE6CA435F92B5B97C050AED2468AB8A17AD84E5D'],
  [
    'A256KW',
    '000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F',
    '64E8C3F9CE0F5BA263E9777905818A2A93C8191E7D6E8AE7',
  ],
])('%s of RFC 3394', (algorithm, key, expected) => {
  const content = hex('00112233445566778899AABBCCDDEEFF')
  const { wrapped } = wrapKey(algorithm, hex(key), content, random)
  expect(wrapped.toString('hex').toUpperCase()).toBe(expected)
  expect(unwrapKey(algorithm, hex(key), wrapped, {})).toEqual(content)
})

/** The key of Bob in RFC 7518, appendix C. */
test('ECDH-ES refuses a point of another curve, or of none', () => {
  const bob = {
    kty: 'EC',
    crv: 'P-256',
    x: 'weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ',
    y: 'e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck',
    d: 'VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw',
  }
  const privateKey = createPrivateKey({ key: bob, format: 'jwk' })
  const onCurve = { crv: 'P-256', kty: 'EC', x: bob.x, y: bob.y }
  expect(agreeOnReading('ECDH-ES+A128KW', privateKey, { epk: onCurve })).toHaveLength(16)
  expect(() => agreeOnReading('ECDH-ES+A128KW', privateKey, { epk: { ...onCurve, crv: 'P-384' } })).toThrow(
    'no key of this curve',
  )
  expect(() => agreeOnReading('ECDH-ES+A128KW', privateKey, { epk: { ...onCurve, y: bob.x } })).toThrow(/JWK|curve/)
  expect(() => agreeOnReading('ECDH-ES+A128KW', privateKey, {})).toThrow('no key of this curve')
})
