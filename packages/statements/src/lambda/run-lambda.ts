/** Code of a user, run through the lambda port: what it sees, and for how long it may run. */
import type { WaitingScope } from '../define/types.ts'
import type { LambdaEach } from '../ports/ports.ts'
import { toNumber, toText } from '../values/convert.ts'
import { StackError } from '../values/error.ts'
import { objectOf } from '../values/members.ts'
import type { Value } from '../values/value.ts'
import { mentioned } from './mentioned.ts'

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
    timeout: milliseconds(timeout, run.remaining()),
    signal: run.signal,
    show: (line) => run.log(line),
  })
}

/** `$input`, `$var`, `$auth` and `$env`, where the code names them. */
function stackNames(code: string, scope: WaitingScope): { [name: string]: Value } {
  const { run, input } = scope
  const auth = run.auth()
  return {
    ...part(code, 'input', () => input),
    ...part(code, 'var', () => scope.variables()),
    // Without a token the id is 0 (xano-facts 1.3).
    $auth: auth ?? { id: 0, extras: {} },
    ...environment(code, run),
  }
}

/** A root of paths, cut to the members that the code names; nothing when it names none. */
function part(code: string, root: string, whole: () => Value): { [name: string]: Value } {
  const members = mentioned(code, root)
  if (members === null) return {}
  const value = whole()
  if (members === 'all' || typeof value !== 'object' || value === null) return { [`$${root}`]: value }
  const entries = Object.entries(value).filter(([name]) => members.has(name)) as [string, Value][]
  return { [`$${root}`]: objectOf(entries) }
}

function environment(code: string, run: WaitingScope['run']): { [name: string]: Value } {
  const members = mentioned(code, 'env')
  if (members === null) return {}
  if (members === 'all') return { $env: run.ports.env.all() }
  return { $env: objectOf([...members].map((name) => [name, run.env(name)] as const)) }
}

function milliseconds(timeout: Value, remaining: number): number {
  const seconds = timeout === null ? defaultTimeout : toNumber(timeout)
  if (!(seconds > 0)) {
    throw new StackError('inputerror', 'invalid_argument', 'The timeout of a lambda must be more than 0 seconds.')
  }
  return Math.max(1, Math.floor(Math.min(seconds * 1000, longestTimeout, remaining)))
}
