/**
 * Turns of those that have used up their time. Only one gets its turn each time around the event loop, however many wait:
 * what comes in meanwhile is answered between two of them, and so waits for one slice at most.
 */
const waiting: (() => void)[] = []
let next = 0

/** Resolves when it is the caller's turn, first come first served. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length - next === 1) setImmediate(give)
  })
}

function give(): void {
  waiting[next++]?.()
  if (next < waiting.length) setImmediate(give)
  else {
    waiting.length = 0
    next = 0
  }
}
