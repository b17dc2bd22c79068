import type { KeptRecording, RequestHistory } from '@cairn/workspace'
import { Batch } from './batch.ts'

/** What is made of a request when its turn to be stored comes; null when it turns out too large. */
export type MakeRecording = () => Promise<Uint8Array | null>

export interface RequestLogOptions {
  history: Pick<RequestHistory, 'add' | 'addLost'>
  clock: { now(): number }
  log: (line: string) => void
  /** Most requests that wait to be stored; those that come when as many wait are lost, and counted. */
  limit?: number
}

/** Requests on their way to the store: in memory for about a second, then written many at a time. */
export interface RequestLog {
  /** The batch that a request of this workspace goes into now; null when too many wait, and then it is lost and counted. */
  batch(workspaceId: number): Batch | null
  /** Whether another recording may be made. */
  takesRecording(): boolean
  /** Stores what waits; resolves also when that fails. */
  flush(): Promise<void>
  stop(): Promise<void>
}

const EVERY_MS = 1_000
const LIMIT = 100_000
/** Most recordings made between two times of storing: each takes the processor a moment, and memory until then. */
const MOST_RECORDINGS = 50
/** How long nothing is tried after a failure. */
const PAUSE_MS = 5_000
const REPORT_EVERY_MS = 60_000

/** PostgreSQL's class of errors that lie in the data: trying again would not help. */
const isBadData = (error: unknown): boolean => {
  const { code } = Object(error) as { code?: unknown }
  return typeof code === 'string' && code.startsWith('22')
}

export function createRequestLog({ history, clock, log, limit = LIMIT }: RequestLogOptions): RequestLog {
  /** Those that take requests now, by workspace. */
  let open = new Map<number, Batch>()
  /** Those that wait to be stored, oldest first. */
  const closed: Batch[] = []
  let closedRequests = 0
  let recordings = 0
  let work = Promise.resolve()
  let isWriting = false
  let notBefore = 0
  let reported = Number.NEGATIVE_INFINITY
  /** Lost requests by workspace, until the store has noted them. */
  const lost = new Map<number, number>()

  const lose = (workspaceId: number, count: number): void => {
    lost.set(workspaceId, (lost.get(workspaceId) ?? 0) + count)
  }
  const sum = (counts: Iterable<number>): number => [...counts].reduce((all, one) => all + one, 0)
  const report = (error: unknown): void => {
    const now = clock.now()
    if (now - reported < REPORT_EVERY_MS) return
    reported = now
    const reason = error instanceof Error ? error.message : String(error)
    const waiting = `${closedRequests} requests wait, ${sum(lost.values())} were lost`
    log(`Request history could not be saved (${waiting}): ${reason}`)
  }
  const closeAll = (): void => {
    for (const batch of open.values()) {
      closed.push(batch)
      closedRequests += batch.length
    }
    open = new Map()
    recordings = 0
  }
  const noteLost = async (): Promise<void> => {
    if (lost.size === 0) return
    const noted = new Map(lost)
    await history.addLost(noted, clock.now())
    for (const [workspace, count] of noted) {
      const left = (lost.get(workspace) ?? 0) - count
      if (left > 0) lost.set(workspace, left)
      else lost.delete(workspace)
    }
    log(`Request history is saved again; ${sum(noted.values())} requests were served and not kept.`)
  }
  const store = async (batch: Batch): Promise<void> => {
    const made: KeptRecording[] = []
    for (const [position, make] of batch.recordings) {
      const content = await make()
      if (content === null) continue
      made.push({ position, content })
      batch.details[position] = { ...batch.details[position], recorded: true }
    }
    try {
      await history.add(batch, made)
    } finally {
      // They would hold on to all that their requests saw for as long as the store fails.
      batch.recordings.clear()
      for (const { position } of made) delete batch.details[position]!.recorded
    }
  }
  const write = async (): Promise<void> => {
    closeAll()
    if (clock.now() < notBefore) return
    try {
      for (let [batch] = closed; batch !== undefined; [batch] = closed) {
        await storeOrLose(batch)
        closed.shift()
        closedRequests -= batch.length
      }
      await noteLost()
    } catch (error) {
      notBefore = clock.now() + PAUSE_MS
      report(error)
    }
  }
  const storeOrLose = async (batch: Batch): Promise<void> => {
    try {
      await store(batch)
    } catch (error) {
      if (!isBadData(error)) throw error
      lose(batch.workspaceId, batch.length)
      report(error)
    }
  }
  const flush = (): Promise<void> => {
    isWriting = true
    work = work.then(write).finally(() => {
      isWriting = false
    })
    return work
  }
  const timer = setInterval(() => {
    if (!isWriting) void flush()
    else closeAll()
  }, EVERY_MS).unref()

  return {
    batch(workspaceId) {
      let batch = open.get(workspaceId)
      if (batch === undefined) {
        batch = new Batch(workspaceId, clock.now() - performance.now())
        open.set(workspaceId, batch)
      }
      if (closedRequests + batch.length < limit) return batch
      lose(workspaceId, 1)
      return null
    },
    takesRecording: () => ++recordings <= MOST_RECORDINGS,
    flush,
    async stop() {
      clearInterval(timer)
      notBefore = 0
      await work
      await flush()
      if (closedRequests > 0) log(`${closedRequests} requests of the last moments are not in the history.`)
    },
  }
}
