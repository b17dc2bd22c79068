/** Counts tries per key over a sliding window; keys in memory are bounded. */
export interface Attempts {
  /** Counts a try. Seconds to wait when there were too many, else 0. */
  take(key: string): number
  forget(key: string): void
  /** The last try was right: it does not count. Those before it do. */
  giveBack(key: string): void
}

const MAX_KEYS = 10_000

export const createAttempts = (limit: number, windowMs: number, clock: { now(): Date }): Attempts => {
  const tries = new Map<string, number[]>()
  return {
    take(key) {
      const now = clock.now().getTime()
      const recent = (tries.get(key) ?? []).filter((time) => time > now - windowMs)
      const [oldest] = recent
      if (recent.length >= limit && oldest !== undefined) return Math.ceil((oldest + windowMs - now) / 1000)
      tries.delete(key)
      tries.set(key, [...recent, now])
      for (const first of tries.keys()) {
        if (tries.size <= MAX_KEYS) break
        tries.delete(first)
      }
      return 0
    },
    forget(key) {
      tries.delete(key)
    },
    giveBack(key) {
      tries.get(key)?.pop()
    },
  }
}
