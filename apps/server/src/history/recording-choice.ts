import type { CurrentRule } from './rule-book.ts'

const MINUTE = 60_000

/** Decides for each request of an endpoint whether it is recorded and whether its recording is kept. */
export class RecordingChoice {
  readonly #current: CurrentRule
  readonly #clock: { now(): number }
  #minute = 0
  /** Kept in this minute for no other reason than the rate. */
  #kept = 0

  constructor(current: CurrentRule, clock: { now(): number }) {
    this.#current = current
    this.#clock = clock
  }

  /** Before it runs: whether there may be a reason to keep it. */
  get records(): boolean {
    const { errors, slowMs } = this.#current.rule
    return errors || slowMs !== null || this.#hasRoom(this.#clock.now())
  }

  /** After it ran, at `now` in epoch milliseconds. */
  keeps(status: number, ms: number, now: number): boolean {
    const { errors, slowMs } = this.#current.rule
    if (errors && status >= 400) return true
    if (slowMs !== null && ms >= slowMs) return true
    if (!this.#hasRoom(now)) return false
    this.#kept++
    return true
  }

  #hasRoom(now: number): boolean {
    const { perMinute } = this.#current.rule
    if (perMinute === null) return true
    if (perMinute === 0) return false
    const minute = Math.floor(now / MINUTE)
    if (minute !== this.#minute) {
      this.#minute = minute
      this.#kept = 0
    }
    return this.#kept < perMinute
  }
}
