import { required } from '../../define/parameters.ts'
import { readInteger } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { bytesToText } from '../../values/bytes.ts'
import { StackError } from '../../values/error.ts'

const most = 65_536

export const definition: StatementDefinition = {
  name: 'security.random_bytes',
  label: 'Random bytes',
  category: 'security',
  icon: 'binary',
  help: 'Raw bytes that no one can foresee. Use bin2hex or base64_encode to have them as readable text.',
  keywords: ['salt', 'nonce', 'binary'],
  args: { length: required('int', 'Length', `How many bytes, up to ${most}.`) },
  result: 'text',
  needs: ['random'],
}

export const run: Run = (args, { ports }) => {
  const length = readInteger(args, 'length', 1)
  if (length <= most) return bytesToText(ports.random.bytes(length))
  throw new StackError('standard', 'invalid_argument', `length must be at most ${most}, not ${length}.`)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'every byte is kept',
    stack: `security.random_bytes {
      length = 16
    } as $bytes
    var $x {
      value = $bytes|bin2hex|strlen
    }`,
    expect: 32,
  },
  {
    title: 'no length is an error',
    stack: `try_catch {
      try {
        security.random_bytes {
          length = 0
        } as $bytes
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'length must be a whole number of at least 1, not the number 0.',
  },
]
