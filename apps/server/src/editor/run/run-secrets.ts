import type { WorkspaceItem } from '@cairn/language'
import type { AuthIdentity } from '@cairn/runtime'
import { catalogue, type EnvPort, type Value } from '@cairn/statements'
import { longLeaves } from '../../history/endpoint-watch.ts'
import { secretVariables } from '../../history/environment-marks.ts'
import { inputSecrets, leaves } from '../../history/find-secrets.ts'
import type { RanStatement } from '../../history/own-steps.ts'
import { valueSecrets } from '../../history/recording-secrets.ts'

export interface RunFacts {
  item: WorkspaceItem
  input: Value
  token: string | null
  auth: AuthIdentity | null
  env: EnvPort
  steps: readonly RanStatement[]
  result: Value
}

/** What of a run may not stand in a test, which is a text that others read: passwords, tokens, keys, the environment. */
export function* runSecrets({ item, input, token, auth, env, steps, result }: RunFacts): Generator<string | number> {
  if (token !== null) yield token
  yield* inputSecrets(input, 'inputs' in item ? item.inputs : [])
  for (const [, value] of secretVariables(env)) yield value
  yield* longLeaves({ ...auth?.extras })
  yield* valueSecrets(result)
  for (const { statement, result: given } of steps) {
    if (makesSecrets(statement)) yield* leaves(given)
    else yield* valueSecrets(given)
  }
}

/** Tokens, keys and passwords: what a statement about security makes with chance or with our own keys. */
function makesSecrets(statement: string): boolean {
  const definition = catalogue.get(statement)?.definition
  return definition?.category === 'security' && definition.needs.some((port) => port === 'auth' || port === 'random')
}
