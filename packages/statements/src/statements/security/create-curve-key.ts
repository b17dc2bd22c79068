import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { choice } from '../../define/parameters.ts'
import { readChoice } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import type { ValueObject } from '../../values/kinds.ts'
import { formatArg, formatKey } from './key-format.ts'

const generate = promisify(generateKeyPair)
const curves = ['P-256', 'P-384', 'P-521'] as const

export const definition: StatementDefinition = {
  name: 'security.create_curve_key',
  label: 'Create elliptic curve key',
  category: 'security',
  icon: 'spline',
  help: 'Makes a private key on an elliptic curve, for signing (ES256) or encrypting (ECDH-ES+A256KW).',
  keywords: ['jwk', 'ec', 'ecdsa', 'ecdh', 'asymmetric'],
  args: { curve: choice(curves, 'Curve', 'P-256 signs ES256, P-384 ES384 and P-521 ES512.'), ...formatArg },
  result: 'any',
  needs: ['random'],
}

export const run: Run = async (args, { ports }) => {
  const key = await ports.random.made(async () => {
    const { privateKey } = await generate('ec', { namedCurve: readChoice(args, 'curve', curves) })
    return privateKey.export({ format: 'jwk' })
  })
  return formatKey(key as ValueObject, args)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'on the curve asked for',
    stack: `security.create_curve_key {
      curve = "P-384"
    } as $key
    var $x {
      value = $key.crv
    }`,
    expect: 'P-384',
  },
  {
    title: 'encrypts and decrypts',
    stack: `security.create_curve_key as $key
    security.jwe_encode {
      claims = {sub: "1"}
      key = $key
      key_algorithm = "ECDH-ES+A256KW"
    } as $token
    security.jwe_decode {
      token = $token
      key = $key
      key_algorithm = "ECDH-ES+A256KW"
    } as $x`,
    expect: { sub: '1' },
  },
]
