import { signatureAlgorithms, verifyToken } from '../../crypto/token.ts'
import { readChoice, readText, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { checkArgs, driftArg, keyArg, readChecks, signatureArg, tokenArg } from './token-args.ts'

export const definition: StatementDefinition = {
  name: 'security.jws_decode',
  label: 'JWS decode',
  category: 'security',
  icon: 'badge-check',
  help: 'The claims of a signed token (JWT), once its signature, dates and expected claims were checked.',
  keywords: ['jwt', 'verify', 'token'],
  args: { ...tokenArg, ...keyArg, ...checkArgs, ...signatureArg, ...driftArg },
  result: 'object',
  needs: ['clock'],
}

export const run: Run = (args, { ports }) =>
  verifyToken(
    readText(args, 'token'),
    readValue(args, 'key'),
    readChoice(args, 'signature_algorithm', signatureAlgorithms),
    readChecks(args, ports.clock.now()),
  )

export const examples: readonly StatementExample[] = [
  {
    title: 'gives the claims back',
    stack: `security.jws_encode {
      claims = {sub: "1", role: "owner"}
      key = "secret"
    } as $token
    security.jws_decode {
      token = $token
      key = "secret"
      check_claims = {role: "owner"}
    } as $x`,
    expect: { sub: '1', role: 'owner' },
  },
  {
    title: 'another key is an error',
    stack: `security.jws_encode {
      claims = {sub: "1"}
      key = "secret"
    } as $token
    try_catch {
      try {
        security.jws_decode {
          token = $token
          key = "other"
        } as $claims
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'Invalid token.',
  },
]
