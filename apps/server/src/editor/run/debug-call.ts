import type { Contract, InputOf, OutputOf } from '@cairn/contract'

export type DebugOutcome = OutputOf<Contract['runStack']>

/** A run that can stand still, or one that does and is to go on; whoever calls has the role that its route takes. */
export type DebugCall = { user: string } & (
  | { route: 'runStack'; input: InputOf<Contract['runStack']>; origin: string }
  | { route: 'resumeRun'; input: InputOf<Contract['resumeRun']> }
)

/** Plain data, to be sent as JSON. */
export type DebugAnswer = { outcome: DebugOutcome } | { refusal: { status: number; code: string; message: string } }

/** Reaches the process, of those that share the work, that holds the runs of a person. */
export interface RunRelay {
  /** Has that process answer. */
  send(call: DebugCall): Promise<DebugAnswer>
  /** Says how this process answers calls of others. */
  receive(answer: (call: DebugCall) => Promise<DebugAnswer>): void
}
