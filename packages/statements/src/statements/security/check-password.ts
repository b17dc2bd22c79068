import { required } from '../../define/parameters.ts'
import { readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'security.check_password',
  label: 'Validate password',
  category: 'security',
  icon: 'lock-keyhole',
  help: 'Whether a password is the one that was stored. Read the password column by name to have its hash.',
  keywords: ['login', 'verify', 'hash'],
  args: {
    text_password: required('text', 'Password', 'What the person typed.'),
    hash_password: required('text', 'Stored password', 'The value of the password column.'),
  },
  result: 'bool',
  needs: ['auth'],
}

export const run: Run = (args, { ports }) => {
  const [password, hash] = [readValue(args, 'text_password'), readValue(args, 'hash_password')]
  if (typeof password !== 'string' || typeof hash !== 'string') return false
  return ports.auth.checkPassword(password, hash)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'false when nothing was stored',
    stack: `security.check_password {
      text_password = "secret"
      hash_password = null
    } as $x`,
    expect: false,
  },
  {
    title: 'an object is no password',
    stack: `security.check_password {
      text_password = {}
      hash_password = "x"
    } as $x`,
    expect: false,
  },
]
