import type { Filter } from '../../define/types.ts'
import { decrypt, encrypt } from './cipher.ts'
import { hashFilters } from './hash.ts'
import { secureidDecode, secureidEncode } from './secure-id.ts'
import { jweDecode, jweEncode, jwsDecode, jwsEncode } from './token.ts'
import { createUid, uuid } from './unique.ts'

/** The filters of category "security". */
export const securityFilters: readonly Filter[] = [
  ...hashFilters,
  encrypt,
  decrypt,
  jwsEncode,
  jwsDecode,
  jweEncode,
  jweDecode,
  secureidEncode,
  secureidDecode,
  createUid,
  uuid,
]
