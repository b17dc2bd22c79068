/**
 * What the ports of a run returned. A run that gets the same answers again does the same again: it is replayed from its
 * recording bit for bit, without a database, a network or the time of day.
 */

/** One call of a port. `call` is its port and method: `db.query`, `clock.now`. */
export interface RecordedCall {
  call: string
  /** As they were given, by reference: values do not change. */
  args: readonly unknown[]
  outcome: Outcome
}

/** `waiting` where the run ended before the answer was there. */
export type Outcome = { kind: 'value'; value: unknown } | { kind: 'error'; error: unknown } | { kind: 'waiting' }

/**
 * The calls of one stack with all it called, in order. What runs beside it has a lane of its own, since the order of
 * calls between two of them is another each time.
 */
export class Lane {
  readonly calls: RecordedCall[] = []
  /** Of what runs beside: whether it had ended when the recording did. */
  ended = false
  /** Those it started, in order. */
  readonly beside: Lane[] = []
}

/** Calls that one recording may hold; a run with more is not recorded. */
const mostCalls = 20_000
/** Bytes of what is read part by part that one recording may hold. */
const mostBytes = 2_000_000

/** What was read of something part by part, and how it ended. */
export interface RecordedParts {
  parts: Uint8Array[]
  /** What ended it early, null where nothing did. */
  failure: unknown
}

/** Counts the calls of all lanes of one run. */
export class CallBudget {
  left = mostCalls
  #bytes = mostBytes

  /** Whether so many bytes more may be kept; a run with more is not recorded. */
  takeBytes(count: number): boolean {
    this.#bytes -= count
    if (this.#bytes < 0) this.left = -1
    return this.#bytes >= 0
  }

  /** Whether one more may be kept. */
  take(): boolean {
    return --this.left >= 0
  }
}
