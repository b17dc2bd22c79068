import type { Value } from '@cairn/statements'
import type { RunnableObject } from '../types.ts'
import type { Preview } from './preview.ts'
import type { RecordedEffect, TraceSite } from './trace-sink.ts'

/** A statement, a round of a loop or a stack, as it ran once. Times in milliseconds since the trace began. */
export interface TraceStep {
  site: TraceSite
  parent: TraceStep | null
  start: number
  /** -1 while it runs. */
  end: number
  /** Of a stack. */
  object: RunnableObject | null
  /** Of a round: which, from 0. */
  round: number
  args: [name: string, value: Value | Preview][]
  variables: [name: string, value: Value | Preview][]
  response: Value | Preview | undefined
  effects: RecordedEffect[]
  error: unknown
  /** Of a loop: how many rounds there were, and steps of those that were not kept. */
  rounds: number
  passed: number
}
