import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { optional } from '../../define/parameters.ts'
import { readInteger } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'
import type { ValueObject } from '../../values/kinds.ts'
import { formatArg, formatKey } from './key-format.ts'

const generate = promisify(generateKeyPair)
const [fewest, most] = [1024, 4096]

export const definition: StatementDefinition = {
  name: 'security.create_rsa_key',
  label: 'Create RSA key',
  category: 'security',
  icon: 'key-square',
  help: 'Makes a private RSA key. Signing (RS256, PS256) takes keys of 2048 bits and more.',
  keywords: ['jwk', 'asymmetric', 'public', 'private'],
  args: { bits: optional('int', 'Bits', `${fewest} to ${most}.`, 2048), ...formatArg },
  result: 'any',
  needs: ['random'],
}

export const run: Run = async (args, { ports }) => {
  const modulusLength = readInteger(args, 'bits', fewest)
  if (modulusLength > most) throw new StackError('standard', 'invalid_argument', `bits must be at most ${most}.`)
  const key = await ports.random.made(async () => {
    const { privateKey } = await generate('rsa', { modulusLength })
    return privateKey.export({ format: 'jwk' })
  })
  return formatKey(key as ValueObject, args)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a JWK of kty RSA',
    stack: `security.create_rsa_key as $key
    var $x {
      value = $key.kty
    }`,
    expect: 'RSA',
  },
  {
    title: 'signs and verifies',
    stack: `security.create_rsa_key as $key
    security.jws_encode {
      claims = {sub: "1"}
      key = $key
      signature_algorithm = "RS256"
    } as $token
    security.jws_decode {
      token = $token
      key = $key
      signature_algorithm = "RS256"
    } as $x`,
    expect: { sub: '1' },
  },
]
