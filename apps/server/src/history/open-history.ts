import type { QueryObject } from '@cairn/language'
import type { RequestHistory, Retention } from '@cairn/workspace'
import type { RequestWatch } from '../http/request-watch.ts'
import { trimSlashes } from '../serve/served-groups.ts'
import { EndpointWatch } from './endpoint-watch.ts'
import { RecordingChoice } from './recording-choice.ts'
import { createRequestLog } from './request-log.ts'
import { RuleBook } from './rule-book.ts'

export interface HistoryOptions {
  history: RequestHistory
  clock: { now(): number }
  log: (line: string) => void
  /** Null keeps no requests at all. */
  retention: Retention | null
}

/** The request history of this process. */
export interface History {
  /** What keeps the requests of an endpoint, or those of its group that no endpoint takes; null when none are kept. */
  watch(workspaceId: number, group: string, query: QueryObject | null): RequestWatch | null
  /** Follows what the store says now of which requests are recorded; others do so within seconds. */
  readRules(): Promise<void>
  /** Stores what was served so far. */
  flush(): Promise<void>
  stop(): Promise<void>
}

const RULES_EVERY_MS = 5_000
const EXPIRE_EVERY_MS = 10 * 60_000

const noHistory: History = {
  watch: () => null,
  readRules: async () => undefined,
  flush: async () => undefined,
  stop: async () => undefined,
}

export function openHistory({ history, clock, log, retention }: HistoryOptions): History {
  if (retention === null) return noHistory
  const requests = createRequestLog({ history, clock, log })
  const expire = (): void => {
    history.expire(retention, clock.now()).catch((error: unknown) => {
      log(`Old request history could not be dropped: ${error instanceof Error ? error.message : String(error)}`)
    })
  }
  const rules = new RuleBook()
  /** What cannot be read stays as it was: the store's failures are reported where requests are written. */
  const readRules = async (): Promise<void> => {
    try {
      rules.replace(await history.rules())
    } catch (error) {
      if (!(error instanceof Error)) throw error
    }
  }
  expire()
  void readRules()
  const timers = [setInterval(expire, EXPIRE_EVERY_MS), setInterval(() => void readRules(), RULES_EVERY_MS)]
  for (const timer of timers) timer.unref()
  return {
    watch(workspaceId, group, query) {
      const route = query === null ? null : trimSlashes(query.path)
      const choice =
        query === null || route === null
          ? null
          : new RecordingChoice(rules.of({ workspaceId, group, verb: query.verb, path: route }), clock)
      return new EndpointWatch({ workspaceId, group, query, route }, { log: requests, choice })
    },
    readRules,
    flush: () => requests.flush(),
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await requests.stop()
    },
  }
}
