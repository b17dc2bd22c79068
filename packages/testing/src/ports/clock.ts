import type { ClockPort } from '@cairn/statements'

/** A clock that stands still: sleeping moves it, and `advance` does. */
export interface FakeClock extends ClockPort {
  advance(milliseconds: number): void
}

export function fakeClock(start: number): FakeClock {
  let now = start
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds
    },
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      now += milliseconds
    },
  }
}
