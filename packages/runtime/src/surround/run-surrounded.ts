import { isObject, StackError, type Value } from '@cairn/statements'
import type { Run } from '../run/run.ts'
import type { RunnableObject } from '../types.ts'
import type { TraceSink } from '../trace/trace-sink.ts'
import { answerKey, keepAnswer, recallAnswer, type KeptAnswer } from './answer-cache.ts'
import { runMiddleware, type CallableMiddleware } from './run-middleware.ts'
import type { Surroundings } from './surroundings.ts'

/** The stack in the middle. */
export interface Core {
  object: RunnableObject
  validate(raw: Value): Value
  /** `begun`: told when a traced run has begun. */
  run(input: Value, begun?: () => void): Value | Promise<Value>
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
  const { cache } = around
  const { request, trace, keptAnswers } = run.invocation
  const isPassedBy = trace !== null && keptAnswers === undefined
  const key = cache === null || isPassedBy ? null : answerKey(core.object, home.fingerprint(), cache, input, run)
  if (cache === null || key === null) return runAll(around.post, 'post', await core.run(input), run, home)

  const kept = await recallAnswer(key, run)
  const { response } = request
  if (kept !== null && keptAnswers !== 'shown') {
    if (trace !== null) tellGiven(trace, core.object, input, kept, run)
    response.status = kept.status ?? response.status
    response.headers.push(...kept.headers)
    return kept.value
  }
  if (trace !== null) {
    const whatCame =
      kept === null ? 'None is kept: the stack runs.' : 'A request gets this one. Here the stack runs as well.'
    return runAll(around.post, 'post', await core.run(input, () => tellKept(trace, kept, whatCame)), run, home)
  }
  const before = response.headers.length
  const value = await runAll(around.post, 'post', await core.run(input), run, home)
  const headers = response.headers.slice(before)
  await keepAnswer(key, { value, status: response.status, headers }, cache.ttl, run)
  return value
}

/** Of a stack that has begun: which answer was kept for it, and what came of that. */
function tellKept(trace: TraceSink, kept: KeptAnswer | null, whatCame: string): void {
  const end = trace.effect('answer', whatCame, [])
  end({ hit: kept !== null, status: kept?.status ?? null, details: kept === null ? [] : [['answer', kept.value]] })
}

/** A stack that did not run: its kept answer was given. */
function tellGiven(trace: TraceSink, object: RunnableObject, input: Value, kept: KeptAnswer, run: Run): void {
  trace.enterStack(object, input, run.auth())
  tellKept(trace, kept, 'Given in the place of the stack, which did not run.')
  trace.leaveStack(kept.value, null)
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
