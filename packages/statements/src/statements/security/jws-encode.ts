import { signatureAlgorithms, signToken } from '../../crypto/token.ts'
import { readChoice, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { contentArgs, keyArg, readContent, signatureArg, ttlArg } from './token-args.ts'

export const definition: StatementDefinition = {
  name: 'security.jws_encode',
  label: 'JWS encode',
  category: 'security',
  icon: 'signature',
  help: 'Makes a signed token (JWT). Everyone can read it, no one can change it.',
  keywords: ['jwt', 'sign', 'token'],
  args: { ...contentArgs, ...keyArg, ...signatureArg, ...ttlArg },
  result: 'text',
  needs: ['clock', 'random'],
}

export const run: Run = (args, { ports }) => {
  const content = readContent(args, ports.clock.now())
  const algorithm = readChoice(args, 'signature_algorithm', signatureAlgorithms)
  return ports.random.made(() => signToken(content, readValue(args, 'key'), algorithm))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'the token of a secret is always the same',
    stack: `security.jws_encode {
      claims = {sub: "1"}
      key = "secret"
      signature_algorithm = "HS256"
    } as $x`,
    expect: 'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.FasJnVFa0htLRI3VajVhbweHTHfeKTXV0y6emUBiFGs',
  },
  {
    title: 'a time to live becomes the claim exp',
    stack: `security.jws_encode {
      claims = {sub: "1"}
      key = "secret"
      ttl = 60
    } as $token
    security.jws_decode {
      token = $token
      key = "secret"
    } as $claims
    var $x {
      value = $claims|has:"exp"
    }`,
    expect: true,
  },
]
