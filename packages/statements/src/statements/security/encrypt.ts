import { cipherNames, encryptText } from '../../crypto/cipher.ts'
import { required } from '../../define/parameters.ts'
import { readChoice, readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { cipherArgs } from './cipher-args.ts'

export const definition: StatementDefinition = {
  name: 'security.encrypt',
  label: 'Encrypt',
  category: 'security',
  icon: 'lock',
  help: 'Encrypts a text with AES. The result is raw bytes: use base64_encode to store or send it.',
  keywords: ['aes', 'cipher', 'secret'],
  args: { data: required('text', 'Data', 'What to encrypt.'), ...cipherArgs },
  result: 'text',
  needs: [],
}

export const run: Run = (args) =>
  encryptText(
    readText(args, 'data'),
    readChoice(args, 'algorithm', cipherNames),
    readText(args, 'key'),
    readText(args, 'iv'),
  )

export const examples: readonly StatementExample[] = [
  {
    title: 'the same data, key and iv give the same bytes',
    stack: `security.encrypt {
      data = "hello"
      algorithm = "aes-128-cbc"
      key = "0123456789abcdef"
      iv = "abcdef0123456789"
    } as $bytes
    var $x {
      value = $bytes|base64_encode
    }`,
    expect: '/8uAvsJDf8LjCw7wqOxbZA==',
  },
  {
    title: 'a key of the wrong length is an error',
    stack: `try_catch {
      try {
        security.encrypt {
          data = "hello"
          algorithm = "aes-128-cbc"
          key = "short"
          iv = "abcdef0123456789"
        } as $bytes
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'aes-128-cbc needs a key of 16 bytes, not 5.',
  },
]
