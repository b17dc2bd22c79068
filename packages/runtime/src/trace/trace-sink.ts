import type { Value } from '@cairn/statements'
import type { RunnableObject } from '../types.ts'

/** A statement as it was compiled into one traced build: the same object at each run of that build. */
export interface TraceSite {
  /** `stack.2.then.0`; of a round, its clause: `stack.4.each`; of a stack, empty. */
  readonly address: string
  /** `db.get`; `each` for a round of a loop; empty for a stack. */
  readonly statement: string
  /** The variable that holds its result. */
  readonly as: string | null
  /** Of a round: the loop it belongs to. */
  readonly loop: TraceSite | null
  /** Whether it takes less time than looking at the clock does: a statement without blocks, or one with. */
  readonly quick: 'leaf' | 'block' | null
  /** Whether it is a loop. */
  readonly repeats: boolean
}

/** Statements without blocks that run one after the other: what they tell is written down at once. */
export interface TraceSequence {
  readonly leaves: TraceLeaf[]
}

export interface TraceLeaf {
  readonly site: TraceSite
  /** Where its values begin in those of the sequence: its arguments, and then the variables it sets. */
  readonly first: number
  readonly args: string[]
  readonly sets: string[]
}

/** Which statement of which sequence. */
export interface SequencePlace {
  readonly sequence: TraceSequence
  readonly index: number
}

/** Something a statement did to the world, or heard from it. */
export interface TraceEffect {
  kind: 'sql' | 'http' | 'cache' | 'answer' | 'log' | 'call'
  /** The SQL, `GET https://…`, `get "key"`. */
  title: string
  /** What was sent and what came back, by name. */
  details: [name: string, value: Value][]
  /** Rows an SQL statement returned or changed. */
  rows: number | null
  /** Whether a cache had it. */
  hit: boolean | null
  /** HTTP status. */
  status: number | null
  error: string | null
}

/** An effect with when it began and how long it took, in milliseconds. */
export interface RecordedEffect extends TraceEffect {
  start: number
  ms: number
}

/** Ends an effect that was begun. */
export type EndEffect = (facts: Partial<TraceEffect>) => void

/**
 * Receives what a traced run does, in order. Values are shared, not copied: what is taken may not change afterwards,
 * which is why `own` answers whether it took the value.
 */
export interface TraceSink {
  enterStack(object: RunnableObject, input: Value, auth: Value): void
  leaveStack(response: Value | undefined, error: unknown): void
  enter(site: TraceSite): void
  /** A sequence ran. A value that was not computed is undefined. */
  ran(sequence: TraceSequence, values: readonly (Value | undefined)[]): void
  /** A sequence stopped at one of its statements; does nothing where the place is in none. */
  stopped(place: SequencePlace | undefined, values: readonly (Value | undefined)[]): void
  /** An argument of the running statement; gives the value back. */
  arg<T extends Value | undefined>(name: string, value: T): T
  /** A variable that the running statement changed. */
  set(name: string, value: Value | undefined): void
  /** As `set`, of a variable that is changed in place. True: the value is held, so the next change must copy. */
  own(name: string, value: Value | undefined): boolean
  /** What ran within that statement has ended. */
  back(site: TraceSite): void
  leave(site: TraceSite): void
  /** The next round of a loop begins. */
  round(site: TraceSite): void
  /** The statement at that address failed; whether the error ends the run is not known yet. */
  error(address: string, error: unknown): void
  /** Something that reaches the world begins, at the running statement. */
  effect(kind: TraceEffect['kind'], title: string, details: TraceEffect['details']): EndEffect
  /** Where in the trace the run is; the stack that begins there may have to start anew. */
  position(): TracePosition
  rewind(position: TracePosition): void
  /** What watches a function that is started beside the running stack; null where nothing does. */
  beside(): TraceSink | null
  /** Whoever can stop the run at a statement; null for a run that is only watched. */
  readonly holder: TraceHolder | null
  /** The run stood still for that many milliseconds: they are no part of it. */
  stoodStill(ms: number): void
}

/** How much was written, how many steps of it, and how many that were not kept. */
export interface TracePosition {
  readonly end: number
  readonly steps: number
  readonly passed: number
}

/** The variables of a stack that is held. */
export interface HeldVariables {
  read(): Record<string, Value | undefined>
  /** False when the stack has no such variable. */
  write(name: string, value: Value): boolean
}

/** Stops runs before a statement. */
export interface TraceHolder {
  /** Asked before each statement; quick. */
  wants(site: TraceSite): boolean
  /** Resolves when the run is to go on; a rejection ends it. */
  hold(site: TraceSite, variables: HeldVariables): Promise<void>
}
