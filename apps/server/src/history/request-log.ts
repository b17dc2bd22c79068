import type { KeptRequest, RequestHistory } from '@cairn/workspace'

/** What is made of a request after it was answered, when its turn to be stored comes; null when it turns out too large. */
export type MakeRecording = () => Promise<Uint8Array | null>

export interface Waiting {
  request: KeptRequest
  recording: MakeRecording | null
}

export interface RequestLogOptions {
  history: Pick<RequestHistory, 'add' | 'addLost'>
  clock: { now(): number }
  log: (line: string) => void
  /** Most requests that wait to be stored; those that come when as many wait are lost, and counted. */
  limit?: number
}

/** Requests on their way to the store: in memory for about a second, then written many at a time. */
export interface RequestLog {
  add(waiting: Waiting): void
  /** Stores what waits; resolves also when that fails. */
  flush(): Promise<void>
  stop(): Promise<void>
}

const EVERY_MS = 1_000
const BATCH = 2_000
const LIMIT = 20_000
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
  let waiting: Waiting[] = []
  let work = Promise.resolve()
  let isWriting = false
  let notBefore = 0
  let reported = Number.NEGATIVE_INFINITY
  let recordings = 0
  /** Lost requests by workspace, until the store has noted them. */
  const lost = new Map<number, number>()

  const lose = (requests: readonly Waiting[]): void => {
    for (const { request } of requests) lost.set(request.workspaceId, (lost.get(request.workspaceId) ?? 0) + 1)
  }
  const report = (error: unknown): void => {
    const now = clock.now()
    if (now - reported < REPORT_EVERY_MS) return
    reported = now
    const count = [...lost.values()].reduce((sum, one) => sum + one, 0)
    const reason = error instanceof Error ? error.message : String(error)
    log(`Request history could not be saved (${waiting.length} requests wait, ${count} were lost): ${reason}`)
  }
  /** The oldest are lost where not all find room again, and so are all recordings. */
  const putBack = (batch: readonly Waiting[]): void => {
    // They would hold on to all that their requests saw for as long as the store fails.
    for (const one of batch) Object.assign(one, { recording: null })
    const room = Math.max(0, limit - waiting.length)
    lose(batch.slice(0, batch.length - Math.min(room, batch.length)))
    if (room > 0) waiting = [...batch.slice(-room), ...waiting]
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
    const count = [...noted.values()].reduce((sum, one) => sum + one, 0)
    log(`Request history is saved again; ${count} requests were served and not kept.`)
  }
  const writeBatch = async (batch: readonly Waiting[]): Promise<void> => {
    const recordings = []
    for (const { request, recording } of batch) {
      request.recorded = false
      if (recording === null || request.id === null) continue
      const content = await recording()
      request.recorded = content !== null
      if (content !== null)
        recordings.push({ workspaceId: request.workspaceId, at: request.at, id: request.id, content })
    }
    await history.add(
      batch.map(({ request }) => request),
      recordings,
    )
  }
  const write = async (): Promise<void> => {
    if (clock.now() < notBefore) return
    recordings = 0
    let batch: Waiting[] = []
    try {
      while (waiting.length > 0) {
        batch = waiting.slice(0, BATCH)
        waiting = waiting.slice(BATCH)
        await writeBatch(batch)
        batch = []
      }
      await noteLost()
    } catch (error) {
      if (isBadData(error)) lose(batch)
      else {
        putBack(batch)
        notBefore = clock.now() + PAUSE_MS
      }
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
  }, EVERY_MS).unref()

  return {
    add(one) {
      if (waiting.length >= limit) {
        lose([one])
        return
      }
      if (one.recording !== null && ++recordings > MOST_RECORDINGS) one.recording = null
      waiting.push(one)
      if (waiting.length >= BATCH && !isWriting) void flush()
    },
    flush,
    async stop() {
      clearInterval(timer)
      notBefore = 0
      await work
      await flush()
      if (waiting.length > 0) log(`${waiting.length} requests of the last moments are not in the history.`)
    },
  }
}
