import { compileStack, type StackFunction } from '../compile/compile-stack.ts'
import { objectName } from '../trace/object-name.ts'
import { watchStack } from '../trace/watch-stack.ts'
import type { TraceSink } from '../trace/trace-sink.ts'
import type { RunnableObject } from '../types.ts'

/** The stack of an object with the mocks of a test, if any, in the traced build where somebody watches. */
export function stackUnderTest(object: RunnableObject, mock: string | null, trace: TraceSink | null): StackFunction {
  const { stack, response, kind } = object
  const named = { kind, name: objectName(object) }
  const build = { async: true, traced: trace !== null, object: named, ...(mock === null ? {} : { mock }) }
  const { call } = compileStack({ stack, response }, build)
  return trace === null ? call : watchStack(object, call, trace)
}
