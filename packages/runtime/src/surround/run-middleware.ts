import type { MiddlewareObject } from '@cairn/language'
import {
  isFinal,
  isObject,
  StackError,
  ValueStream,
  FileResource,
  type Value,
  type ValueObject,
} from '@cairn/statements'
import { placeInObject } from '../run/place-in-object.ts'
import type { Run } from '../run/run.ts'

/** A middleware as its surroundings call it. */
export interface CallableMiddleware {
  object: MiddlewareObject
  call(input: Value, run: Run, mayWait: boolean): Value | Promise<Value>
}

/**
 * Runs one middleware over `vars` (before the stack its raw inputs, after it the response) and gives what is to take
 * their place. A failure is ignored (`silent`), passed on (`rethrow`), or passed on so that no catch holds it up
 * (`critical`).
 */
export async function runMiddleware(
  middleware: CallableMiddleware,
  type: 'pre' | 'post',
  vars: Value,
  run: Run,
): Promise<Value> {
  const { object } = middleware
  const shown = vars instanceof ValueStream || vars instanceof FileResource ? null : vars
  const { depth } = run
  try {
    const answer = await middleware.call({ vars: shown, type }, run, true)
    return object.responseStrategy === 'replace' ? answer : merge(vars, answer)
  } catch (error) {
    if (!(error instanceof StackError) || isFinal(error)) throw error
    run.depth = depth
    if (object.exceptionPolicy === 'silent') return vars
    placeInObject(error, object)
    if (object.exceptionPolicy === 'critical') error.final = true
    throw error
  }
}

/** Members of the answer are added to those of `vars`; where either is no object there is nothing to add to. */
function merge(vars: Value, answer: Value): Value {
  if (answer === null || !isObject(answer) || !isObject(vars)) return vars
  return { ...vars, ...answer } satisfies ValueObject
}
