import type { StackFunction } from '../compile/compile-stack.ts'
import type { RunnableObject } from '../types.ts'
import type { TraceSink } from './trace-sink.ts'

/** A traced build of an object's stack that tells where the stack begins, what it was given and how it ended; `begun` is
 * called when it is told. */
export const watchStack =
  (object: RunnableObject, build: StackFunction, trace: TraceSink, begun?: () => void): StackFunction =>
  async (run, input, given) => {
    trace.enterStack(object, input, run.auth())
    begun?.()
    try {
      const response = await build(run, input, given)
      trace.leaveStack(response, null)
      return response
    } catch (error) {
      trace.leaveStack(undefined, error)
      throw error
    }
  }
