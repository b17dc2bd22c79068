import { cipherNames, decryptText, encryptText, type CipherName } from '../../crypto/cipher.ts'
import { argument, needed } from '../../define/filter-parameter.ts'
import type { Evaluate, Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'
import { oneOf } from './one-of.ts'

type Crypt = (data: string, algorithm: CipherName, key: string, iv: string) => string

const params = [
  needed('algorithm', 'text', `One of ${cipherNames.join(', ')}. gcm also notices when the data was changed.`),
  needed('key', 'text', '32 bytes for 256, 24 for 192, 16 for 128.'),
  needed('iv', 'text', '16 bytes for cbc, 12 for gcm; a new one for each text.'),
]

function crypt(work: Crypt): Evaluate {
  return (value, [algorithm, key, iv], context) => {
    const name = oneOf(cipherNames, toText(argument(algorithm)).toLowerCase(), 'algorithm')
    const data = within(toText(value), context)
    return within(work(data, name, toText(argument(key)), toText(argument(iv))), context)
  }
}

const cbc = '"aes-128-cbc":"0123456789abcdef":"abcdef9876543210"'
const gcm = '"aes-256-gcm":"0123456789abcdef0123456789abcdef":"abcdef987654"'

export const encrypt: Filter = {
  definition: {
    name: 'encrypt',
    category: 'security',
    help: 'Encrypts a text with AES. The result is raw bytes: use base64_encode to store or send it.',
    input: 'text',
    params,
    result: 'text',
    examples: [
      // FIPS 197 and NIST SP 800-38A: AES-128 CBC, first block.
      {
        expression:
          '("6bc1bee22e409f96e93d7e117393172a"|hex2bin)|encrypt:"aes-128-cbc":("2b7e151628aed2a6abf7158809cf4f3c"|hex2bin):("000102030405060708090a0b0c0d0e0f"|hex2bin)|bin2hex|substr:0:32',
        expect: '7649abac8119b246cee98e9b12e9197d',
      },
      { expression: `"Grüße"|encrypt:${cbc}|decrypt:${cbc}`, expect: 'Grüße' },
    ],
  },
  evaluate: crypt(encryptText),
}

export const decrypt: Filter = {
  definition: {
    name: 'decrypt',
    category: 'security',
    help: 'The text that was encrypted with the same algorithm, key and iv.',
    input: 'text',
    params,
    result: 'text',
    examples: [
      { expression: `"hello"|encrypt:${gcm}|decrypt:${gcm}`, expect: 'hello' },
      { expression: `""|encrypt:${cbc}|decrypt:${cbc}`, expect: '' },
    ],
  },
  evaluate: crypt(decryptText),
}
