import { cipherNames, decryptText } from '../../crypto/cipher.ts'
import { required } from '../../define/parameters.ts'
import { readChoice, readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { cipherArgs } from './cipher-args.ts'

export const definition: StatementDefinition = {
  name: 'security.decrypt',
  label: 'Decrypt',
  category: 'security',
  icon: 'lock-open',
  help: 'The text that was encrypted with the same algorithm, key and initialization vector.',
  keywords: ['aes', 'cipher', 'secret'],
  args: { data: required('text', 'Data', 'The raw bytes that encrypting gave.'), ...cipherArgs },
  result: 'text',
  needs: [],
}

export const run: Run = (args) =>
  decryptText(
    readText(args, 'data'),
    readChoice(args, 'algorithm', cipherNames),
    readText(args, 'key'),
    readText(args, 'iv'),
  )

export const examples: readonly StatementExample[] = [
  {
    title: 'gives the text back',
    stack: `security.encrypt {
      data = "café"
      algorithm = "aes-256-gcm"
      key = "0123456789abcdef0123456789abcdef"
      iv = "abcdef012345"
    } as $bytes
    security.decrypt {
      data = $bytes
      algorithm = "aes-256-gcm"
      key = "0123456789abcdef0123456789abcdef"
      iv = "abcdef012345"
    } as $x`,
    expect: 'café',
  },
  {
    title: 'data that was changed is an error',
    stack: `try_catch {
      try {
        security.decrypt {
          data = "not what encrypting gave"
          algorithm = "aes-128-gcm"
          key = "0123456789abcdef"
          iv = "abcdef012345"
        } as $text
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'The data could not be decrypted.',
  },
]
