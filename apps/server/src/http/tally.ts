/** What one endpoint did since it was last read. Plain numbers: counting must cost a request next to nothing. */
export interface Tally {
  requests: number
  /** Answered with a status of 400 or more. */
  errors: number
  totalMs: number
  slowestMs: number
}

export const newTally = (): Tally => ({ requests: 0, errors: 0, totalMs: 0, slowestMs: 0 })

/** Adds a request that took `ms` and was answered with `status`. */
export function count(tally: Tally, status: number, ms: number): void {
  tally.requests += 1
  if (status >= 400) tally.errors += 1
  tally.totalMs += ms
  if (ms > tally.slowestMs) tally.slowestMs = ms
}
