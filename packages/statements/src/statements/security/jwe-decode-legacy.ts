import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { jweLegacyArgs } from './jwe-legacy-args.ts'

export const definition: StatementDefinition = {
  name: 'security.jwe_decode_legacy',
  label: 'JWE decode (older)',
  category: 'security',
  icon: 'shield-off',
  help: 'An older way to decode encrypted tokens. Use JWE decode instead.',
  args: { token: required('text', 'Token', 'The token to read.'), ...jweLegacyArgs },
  result: 'any',
  needs: [],
  unavailable: 'the older format of encrypted tokens; use security.jwe_decode',
}

export const examples: readonly StatementExample[] = []
