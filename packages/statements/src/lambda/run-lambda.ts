/** Code of a user, run through the lambda port: what it sees, and for how long it may run. */
import type { WaitingScope } from '../define/types.ts'
import type { LambdaEach } from '../ports/ports.ts'
import { toNumber, toText } from '../values/convert.ts'
import { StackError } from '../values/error.ts'
import type { Value } from '../values/value.ts'
import { stackNames } from './stack-names.ts'

/** Seconds, when nothing was said (xano-facts 2.4). */
export const defaultTimeout = 10
/** Milliseconds. */
const longestTimeout = 600_000

export interface LambdaWork {
  code: Value
  /** Seconds. */
  timeout: Value
  /** Names of its own besides those of the stack. */
  names?: { [name: string]: Value }
  each?: LambdaEach
}

/** The results of the code: one, or one an element. It sees copies of the parts of its stack that it names. */
export async function runLambda({ code, timeout, names, each }: LambdaWork, scope: WaitingScope): Promise<Value[]> {
  const { run } = scope
  const text = typeof code === 'string' ? code : toText(code)
  return run.ports.lambda.run({
    code: text,
    names: { ...stackNames(text, scope), ...names },
    each: each ?? null,
    timeout: lambdaTime(timeout, run.remaining()),
    signal: run.signal,
    show: (line) => run.log(line),
  })
}

/** How long code may run: what its author said, within the request's own time. Milliseconds. */
export function lambdaTime(timeout: Value, remaining: number): number {
  const seconds = timeout === null ? defaultTimeout : toNumber(timeout)
  if (!(seconds > 0)) {
    throw new StackError('inputerror', 'invalid_argument', 'The timeout of a lambda must be more than 0 seconds.')
  }
  return Math.max(1, Math.floor(Math.min(seconds * 1000, longestTimeout, remaining)))
}
