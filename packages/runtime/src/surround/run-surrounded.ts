import { isObject, StackError, type Value } from '@cairn/statements'
import type { Run } from '../run/run.ts'
import type { RunnableObject } from '../types.ts'
import { answerKey, keepAnswer, recallAnswer } from './answer-cache.ts'
import { runMiddleware, type CallableMiddleware } from './run-middleware.ts'
import type { Surroundings } from './surroundings.ts'

/** The stack in the middle. */
export interface Core {
  object: RunnableObject
  validate(raw: Value): Value
  run(input: Value): Value | Promise<Value>
}

export interface SurroundingsHome {
  callableMiddleware(name: string): CallableMiddleware | null
  /** Of everything that is published. */
  fingerprint(): string
}

/**
 * Runs a stack with what stands around it, in this order: middleware before it on the raw input, the input's rules, the
 * kept answer where there is one, the stack, middleware after it on the response. What comes out is what is kept.
 */
export async function runSurrounded(
  around: Surroundings,
  raw: Value,
  core: Core,
  run: Run,
  home: SurroundingsHome,
): Promise<Value> {
  const given = await runAll(around.pre, 'pre', raw, run, home)
  const input = core.validate(isObject(given) ? given : {})
  // A traced run shows what the stack does, so it is run.
  const { cache } = around
  const key =
    cache === null || run.invocation.trace !== null
      ? null
      : answerKey(core.object, home.fingerprint(), cache, input, run)
  if (cache === null || key === null) return runAll(around.post, 'post', await core.run(input), run, home)

  const kept = await recallAnswer(key, run)
  const { response } = run.invocation.request
  if (kept !== null) {
    response.status = kept.status ?? response.status
    response.headers.push(...kept.headers)
    return kept.value
  }
  const before = response.headers.length
  const value = await runAll(around.post, 'post', await core.run(input), run, home)
  const headers = response.headers.slice(before)
  await keepAnswer(key, { value, status: response.status, headers }, cache.ttl, run)
  return value
}

async function runAll(
  names: readonly string[],
  type: 'pre' | 'post',
  vars: Value,
  run: Run,
  home: SurroundingsHome,
): Promise<Value> {
  let current = vars
  for (const name of names) {
    const middleware = home.callableMiddleware(name)
    if (middleware === null) throw unknownMiddleware(name)
    current = await runMiddleware(middleware, type, current, run)
  }
  return current
}

/** Never left out in silence: it may be what keeps others out. */
function unknownMiddleware(name: string): StackError {
  const error = new StackError('standard', 'unknown_middleware', `There is no middleware "${name}".`, {
    hint: 'Correct the name where the endpoint, its API group or the branch lists its middleware.',
  })
  error.final = true
  return error
}
