import { setTimeout as wait } from 'node:timers/promises'
import type { ClockPort } from '@cairn/statements'

/** Longest delay a Node.js timer takes; a longer sleep is slept in parts. */
const longestTimer = 2_147_483_647

/** The machine's clock. `sleep` rejects with its signal's reason. */
export const clockPort: ClockPort = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    signal?.throwIfAborted()
    let left = Math.max(0, milliseconds)
    while (left > longestTimer) {
      await sleepOnce(longestTimer, signal)
      left -= longestTimer
    }
    await sleepOnce(left, signal)
  },
}

async function sleepOnce(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(milliseconds, undefined, signal === undefined ? {} : { signal })
  } catch (error) {
    throw signal?.aborted ? signal.reason : error
  }
}
