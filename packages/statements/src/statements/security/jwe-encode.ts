import { contentAlgorithms, encryptToken, keyAlgorithms } from '../../crypto/token.ts'
import { readChoice, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { contentArgs, encryptionArgs, keyArg, readContent, ttlArg } from './token-args.ts'

export const definition: StatementDefinition = {
  name: 'security.jwe_encode',
  label: 'JWE encode',
  category: 'security',
  icon: 'shield',
  help: 'Makes an encrypted token. Only who has the key can read it.',
  keywords: ['jwt', 'encrypt', 'token'],
  args: { ...contentArgs, ...keyArg, ...encryptionArgs, ...ttlArg },
  result: 'text',
  needs: ['clock', 'random'],
}

export const run: Run = (args, { ports }) => {
  const content = readContent(args, ports.clock.now())
  return ports.random.made(() =>
    encryptToken(
      content,
      readValue(args, 'key'),
      readChoice(args, 'key_algorithm', keyAlgorithms),
      readChoice(args, 'content_algorithm', contentAlgorithms),
    ),
  )
}

export const examples: readonly StatementExample[] = [
  {
    title: 'A256KW takes a secret of 32 bytes',
    stack: `security.jwe_encode {
      claims = {sub: "1"}
      key = "0123456789abcdef0123456789abcdef"
    } as $token
    security.jwe_decode {
      token = $token
      key = "0123456789abcdef0123456789abcdef"
    } as $x`,
    expect: { sub: '1' },
  },
  {
    title: 'has five parts',
    stack: `security.jwe_encode {
      claims = {sub: "1"}
      key = "0123456789abcdef"
      key_algorithm = "A128KW"
      content_algorithm = "A128GCM"
    } as $token
    var $x {
      value = $token|split:"."|count
    }`,
    expect: 5,
  },
]
