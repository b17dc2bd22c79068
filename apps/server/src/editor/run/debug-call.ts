import type { Contract, InputOf, OutputOf } from '@cairn/contract'

export type DebugOutcome = OutputOf<Contract['runStack']>
export type KeptRun = OutputOf<Contract['keepRun']>

/** A run that begins, or one that stands still and is to go on; whoever calls has the role that its route takes. */
export type RunCall = { user: string } & (
  | { route: 'runStack'; input: InputOf<Contract['runStack']>; origin: string }
  | { route: 'resumeRun'; input: InputOf<Contract['resumeRun']> }
)

/** One that ended becomes a test. */
export interface KeepCall {
  user: string
  route: 'keepRun'
  input: InputOf<Contract['keepRun']>
}

export type DebugCall = RunCall | KeepCall

/** Answers calls in the process that has the runs of the caller. */
export interface Debug {
  (call: RunCall): Promise<DebugOutcome>
  (call: KeepCall): Promise<KeptRun>
  (call: DebugCall): Promise<DebugOutcome | KeptRun>
}

/** Plain data, to be sent as JSON. */
export type DebugAnswer =
  | { outcome: DebugOutcome | KeptRun }
  | { refusal: { status: number; code: string; message: string } }

/** Reaches the process, of those that share the work, that holds the runs of a person. */
export interface RunRelay {
  /** Has that process answer. */
  send(call: DebugCall): Promise<DebugAnswer>
  /** Says how this process answers calls of others. */
  receive(answer: (call: DebugCall) => Promise<DebugAnswer>): void
}
