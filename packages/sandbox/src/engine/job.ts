import type { LambdaLibrary } from '@cairn/statements'

/** What crosses into the sandbox and out of it: texts and numbers, nothing of the host. */
export interface Job {
  /** JavaScript or TypeScript: the body of an async function. */
  code: string
  /** What is evaluated before it; null for nothing. */
  library: LambdaLibrary | null
  /** JSON of a `JobData`. */
  data: string
  /** Milliseconds. */
  timeout: number
}

/** What the code sees, by global name, and what it is called for. */
export interface JobData {
  names: { [name: string]: unknown }
  /** Called for each element as `$this`, `$index`, `$parent`; once when null. */
  each: EachData | null
}

interface EachData {
  list: readonly unknown[]
  /** Whether the last result is `$result` of the next call, and the only one that is answered. */
  carry: boolean
  initial: unknown
  /** Stops behind the first result that is true or false in JavaScript. */
  stopAt: 'true' | 'false' | null
}

export type FailureKind =
  /** The code can't be read. */
  | 'syntax'
  /** It threw. */
  | 'error'
  | 'timeout'
  | 'memory'
  | 'stack'
  /** It waits for what never comes. */
  | 'unsettled'
  /** Its result can't be copied. */
  | 'result'

export interface JobFailure {
  kind: FailureKind
  message: string
  /** Name of the error that was thrown. */
  name: string
  /** In the code, from 1. */
  line: number | null
}

/** `results`: JSON of a list, one a call. `logs`: lines that the code wrote to the console. */
export type JobAnswer = ({ results: string } | { failure: JobFailure }) & {
  logs: string[]
  /** The engine is not fit for another job. */
  spent: boolean
}
