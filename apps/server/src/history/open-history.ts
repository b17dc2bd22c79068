import type { QueryObject } from '@cairn/language'
import type { RequestHistory, Retention } from '@cairn/workspace'
import type { RequestWatch } from '../http/request-watch.ts'
import { trimSlashes } from '../serve/served-groups.ts'
import { EndpointWatch } from './endpoint-watch.ts'
import { createRequestLog } from './request-log.ts'

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
  /** Stores what was served so far. */
  flush(): Promise<void>
  stop(): Promise<void>
}

const EXPIRE_EVERY_MS = 10 * 60_000

const noHistory: History = {
  watch: () => null,
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
  expire()
  const timer = setInterval(expire, EXPIRE_EVERY_MS).unref()
  return {
    watch(workspaceId, group, query) {
      const route = query === null ? null : trimSlashes(query.path)
      return new EndpointWatch({ workspaceId, group, query, route }, requests, clock)
    },
    flush: () => requests.flush(),
    async stop() {
      clearInterval(timer)
      await requests.stop()
    },
  }
}
