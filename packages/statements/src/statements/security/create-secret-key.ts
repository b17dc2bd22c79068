import { optional } from '../../define/parameters.ts'
import { readInteger } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'
import { formatArg, formatKey } from './key-format.ts'

const [fewest, most] = [128, 65_536]

export const definition: StatementDefinition = {
  name: 'security.create_secret_key',
  label: 'Create secret key',
  category: 'security',
  icon: 'key',
  help: 'Makes a random secret for signing (HS256) or encrypting (A256KW, which takes 256 bits).',
  keywords: ['jwk', 'hmac', 'oct', 'symmetric'],
  args: { bits: optional('int', 'Bits', `${fewest} to ${most}, in steps of 8.`, 1024), ...formatArg },
  result: 'any',
  needs: ['random'],
}

export const run: Run = (args, { ports }) => {
  const bits = readInteger(args, 'bits', fewest)
  if (bits % 8 !== 0 || bits > most) {
    throw new StackError('standard', 'invalid_argument', `bits must be a multiple of 8 and at most ${most}.`)
  }
  return formatKey({ kty: 'oct', k: Buffer.from(ports.random.bytes(bits / 8)).toString('base64url') }, args)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a JWK of kty oct',
    stack: `security.create_secret_key {
      bits = 256
    } as $key
    var $x {
      value = $key.kty
    }`,
    expect: 'oct',
  },
  {
    title: 'as text it signs just as well',
    stack: `security.create_secret_key {
      format = "base64"
    } as $key
    security.jws_encode {
      claims = {sub: "1"}
      key = $key
      signature_algorithm = "HS256"
    } as $token
    security.jws_decode {
      token = $token
      key = $key
      signature_algorithm = "HS256"
    } as $x`,
    expect: { sub: '1' },
  },
]
