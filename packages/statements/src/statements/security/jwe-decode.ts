import { contentAlgorithms, decryptToken, keyAlgorithms } from '../../crypto/token.ts'
import { readChoice, readText, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { checkArgs, driftArg, encryptionArgs, keyArg, readChecks, tokenArg } from './token-args.ts'

export const definition: StatementDefinition = {
  name: 'security.jwe_decode',
  label: 'JWE decode',
  category: 'security',
  icon: 'shield-check',
  help: 'The claims of an encrypted token, once its dates and expected claims were checked.',
  keywords: ['jwt', 'decrypt', 'token'],
  args: { ...tokenArg, ...keyArg, ...checkArgs, ...encryptionArgs, ...driftArg },
  result: 'object',
  needs: ['clock'],
}

export const run: Run = (args, { ports }) =>
  decryptToken(
    readText(args, 'token'),
    readValue(args, 'key'),
    readChoice(args, 'key_algorithm', keyAlgorithms),
    readChoice(args, 'content_algorithm', contentAlgorithms),
    readChecks(args, ports.clock.now()),
  )

export const examples: readonly StatementExample[] = [
  {
    title: 'gives the claims back',
    stack: `security.jwe_encode {
      claims = {sub: "1", role: "owner"}
      key = "0123456789abcdef0123456789abcdef"
    } as $token
    security.jwe_decode {
      token = $token
      key = "0123456789abcdef0123456789abcdef"
      check_claims = {role: "owner"}
    } as $x`,
    expect: { sub: '1', role: 'owner' },
  },
  {
    title: 'a claim that is not the expected one is an error',
    stack: `security.jwe_encode {
      claims = {role: "guest"}
      key = "0123456789abcdef0123456789abcdef"
    } as $token
    try_catch {
      try {
        security.jwe_decode {
          token = $token
          key = "0123456789abcdef0123456789abcdef"
          check_claims = {role: "owner"}
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
