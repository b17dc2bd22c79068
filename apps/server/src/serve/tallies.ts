import type { EndpointHour, EndpointHours } from '@cairn/workspace'
import { newTally, type Tally } from '../http/tally.ts'

/** Which endpoint, of whichever branch. */
export interface EndpointKey {
  workspaceId: number
  group: string
  verb: string
  path: string
}

/** The counters of this process. Those of an endpoint outlive a publish, since they are found by its name. */
export interface Tallies {
  of(key: EndpointKey): Tally
  /** Writes what was counted; what could not be written is counted again. */
  flush(): Promise<void>
  stop(): Promise<void>
}

const EVERY_MS = 10_000
const HOUR = 3600_000

export function createTallies(hours: EndpointHours, clock: { now(): Date }, log: (line: string) => void): Tallies {
  const kept = new Map<string, { key: EndpointKey; tally: Tally }>()
  let work = Promise.resolve()

  const write = async (): Promise<void> => {
    const hour = new Date(Math.floor(clock.now().getTime() / HOUR) * HOUR)
    const taken = [...kept.values()].flatMap(({ key, tally }) =>
      tally.requests === 0 ? [] : [{ tally, counted: { ...key, ...tally, hour } }],
    )
    for (const { tally } of taken) Object.assign(tally, newTally())
    try {
      await hours.add(taken.map(({ counted }) => counted))
    } catch (error) {
      for (const { tally, counted } of taken) putBack(tally, counted)
      log(`Request counts could not be saved: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const flush = () => (work = work.then(write))
  const timer = setInterval(() => void flush(), EVERY_MS).unref()

  return {
    of(key) {
      const name = JSON.stringify([key.workspaceId, key.group, key.verb, key.path])
      const known = kept.get(name) ?? { key, tally: newTally() }
      kept.set(name, known)
      return known.tally
    },
    flush,
    async stop() {
      clearInterval(timer)
      await flush()
    },
  }
}

function putBack(tally: Tally, { requests, errors, totalMs, slowestMs }: EndpointHour): void {
  tally.requests += requests
  tally.errors += errors
  tally.totalMs += totalMs
  tally.slowestMs = Math.max(tally.slowestMs, slowestMs)
}
