import type { Filter, FilterArgument, Value } from '@cairn/statements'
import { Exhausted } from './exhausted.ts'
import type { Run } from './run.ts'

type Call<Result> = (value: Value, args: readonly FilterArgument[], run: Run) => Result

const pacedCalls = new WeakMap<Filter, Call<Value | Promise<Value>>>()
const restartingCalls = new WeakMap<Filter, Call<Value>>()

/** The filter where code may wait: long work of it is done step by step, and others have their turn between two steps. */
export function pacedCall(filter: Filter): Call<Value | Promise<Value>> {
  let call = pacedCalls.get(filter)
  if (call === undefined) {
    const { evaluate, paced } = filter
    call = (value, args, run) => {
      const work = paced?.(value, args, run) ?? null
      return work === null ? evaluate(value, args, run) : run.inSteps(work)
    }
    pacedCalls.set(filter, call)
  }
  return call
}

/** The filter in a synchronous build: long work is left to the asynchronous one, where that may be begun instead. */
export function restartingCall(filter: Filter): Call<Value> {
  let call = restartingCalls.get(filter)
  if (call === undefined) {
    const { evaluate, outlasts } = filter
    call = (value, args, run) => {
      if (outlasts?.(value, args) === true && run.restartable) throw new Exhausted()
      return evaluate(value, args, run)
    }
    restartingCalls.set(filter, call)
  }
  return call
}
