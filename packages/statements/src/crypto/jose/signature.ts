/** Signatures of RFC 7518, section 3: HMAC, RSA and elliptic curves. */
import { constants, createHmac, KeyObject, sign, timingSafeEqual, verify, type SignKeyObjectInput } from 'node:crypto'
import { invalidKey } from './compact.ts'

type Key = Uint8Array | KeyObject

const curves: Readonly<Record<string, string>> = { ES256: 'prime256v1', ES384: 'secp384r1', ES512: 'secp521r1' }
const smallestRsaKey = 2048

export function signBytes(data: string, key: Key, algorithm: string): Buffer {
  const hash = `sha${algorithm.slice(2)}`
  if (!(key instanceof KeyObject)) return createHmac(hash, key).update(data).digest()
  return sign(hash, Buffer.from(data), options(key, algorithm))
}

export function verifyBytes(data: string, signature: Uint8Array, key: Key, algorithm: string): boolean {
  const hash = `sha${algorithm.slice(2)}`
  if (key instanceof KeyObject) return verify(hash, Buffer.from(data), options(key, algorithm), signature)
  const expected = createHmac(hash, key).update(data).digest()
  return expected.length === signature.length && timingSafeEqual(expected, signature)
}

/** How the key signs; `invalid_key` when it is not of the algorithm's kind. */
function options(key: KeyObject, algorithm: string): SignKeyObjectInput {
  const type = key.asymmetricKeyType
  const details = key.asymmetricKeyDetails ?? {}
  if (algorithm.startsWith('ES')) {
    if (type === 'ec' && details.namedCurve === curves[algorithm]) return { key, dsaEncoding: 'ieee-p1363' }
    throw invalidKey(`${algorithm} needs a key of the curve P-${algorithm === 'ES512' ? '521' : algorithm.slice(2)}.`)
  }
  if (type !== 'rsa' && !(type === 'rsa-pss' && algorithm.startsWith('PS'))) {
    throw invalidKey(`${algorithm} needs an RSA key.`)
  }
  if ((details.modulusLength ?? 0) < smallestRsaKey) {
    throw invalidKey(`${algorithm} needs an RSA key of ${smallestRsaKey} bits or more.`)
  }
  if (algorithm.startsWith('RS')) return { key, padding: constants.RSA_PKCS1_PADDING }
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
}
