import type { StatementModule } from '../../define/types.ts'
import * as checkPassword from './check-password.ts'
import * as createAuthToken from './create-auth-token.ts'
import * as createCurveKey from './create-curve-key.ts'
import * as createPassword from './create-password.ts'
import * as createRsaKey from './create-rsa-key.ts'
import * as createSecretKey from './create-secret-key.ts'
import * as createUuid from './create-uuid.ts'
import * as decrypt from './decrypt.ts'
import * as encrypt from './encrypt.ts'
import * as jweDecode from './jwe-decode.ts'
import * as jweDecodeLegacy from './jwe-decode-legacy.ts'
import * as jweEncode from './jwe-encode.ts'
import * as jweEncodeLegacy from './jwe-encode-legacy.ts'
import * as jwsDecode from './jws-decode.ts'
import * as jwsEncode from './jws-encode.ts'
import * as randomBytes from './random-bytes.ts'
import * as randomNumber from './random-number.ts'

/** Statements of tokens, passwords and keys, in the order of the palette. */
export const security: readonly StatementModule[] = [
  createAuthToken,
  checkPassword,
  createUuid,
  createPassword,
  randomNumber,
  randomBytes,
  jwsEncode,
  jwsDecode,
  jweEncode,
  jweDecode,
  encrypt,
  decrypt,
  createSecretKey,
  createRsaKey,
  createCurveKey,
  jweEncodeLegacy,
  jweDecodeLegacy,
]
