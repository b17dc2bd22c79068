import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { jweLegacyArgs } from './jwe-legacy-args.ts'

export const definition: StatementDefinition = {
  name: 'security.jwe_encode_legacy',
  label: 'JWE encode (older)',
  category: 'security',
  icon: 'shield-off',
  help: 'An older way to encode encrypted tokens. Use JWE encode instead.',
  args: { payload: required('any', 'Payload', 'What the token says.'), ...jweLegacyArgs },
  result: 'text',
  needs: [],
  unavailable: 'the older format of encrypted tokens; use security.jwe_encode',
}

export const examples: readonly StatementExample[] = []
