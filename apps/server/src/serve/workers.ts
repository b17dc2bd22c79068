import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { clockPort } from '../ports/clock-port.ts'
import { openCaches, type Caches } from '../ports/cache/open-cache.ts'
import { answerCacheCall, sharedCaches, type CacheAnswer, type CacheCall } from '../ports/cache/shared-caches.ts'
import { startServing, type ServingOptions } from './serving.ts'
import { stopSignal, whenAborted } from './stop-signal.ts'

type WorkerSettings = Omit<ServingOptions, 'log' | 'caches'>

export interface Workers {
  url: string
  /** Settles when the workers cannot go on. */
  failed: Promise<never>
  stop(): Promise<void>
}

/** A worker that ends sooner than this, in milliseconds, counts as one that cannot start. */
const soon = 5_000
const mostEarlyEnds = 5

/**
 * Serves from `count` processes that share one port and, where there is no Redis, the cache of this process; one that dies is replaced until `stop` aborts. When that happens
 * before they are ready, the URL is empty.
 */
export async function startWorkers(
  count: number,
  settings: WorkerSettings,
  stop: AbortSignal,
  log: (line: string) => void,
): Promise<Workers> {
  const caches = await openCaches({ clock: clockPort, redisUrl: null })
  let stopping = false
  let earlyEnds = 0
  let fail: ((error: Error) => void) | undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  failed.catch(() => undefined)

  /** Resolves with the URL of this worker or, when it ends before it is ready, of the one that takes its place. */
  const start = (): Promise<string> =>
    new Promise((resolve) => {
      const worker = cluster.fork()
      const started = Date.now()
      worker.once('exit', (code, signal) => {
        if (stopping || stop.aborted) return
        log(`Worker ${worker.process.pid} ended (${signal ?? code}).`)
        if (Date.now() - started < soon) earlyEnds += 1
        if (earlyEnds >= mostEarlyEnds) fail?.(new Error('Workers end as soon as they start; see the lines above.'))
        else void start().then(resolve)
      })
      worker.on('message', (message: WorkerMessage) => {
        // By message, not by environment: the URL holds a password.
        if (message.state === 'waiting') worker.send(settings)
        else if (message.state === 'ready') resolve(message.url)
        else void answerWorker(worker, caches, message)
      })
    })
  const stopped = whenAborted(stop).then(() => [''])
  const urls = await Promise.race([Promise.all(Array.from({ length: count }, start)), failed, stopped])
  return {
    url: urls[0]!,
    failed,
    async stop() {
      stopping = true
      const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
      await Promise.all(workers.map(stopWorker))
    },
  }
}

type WorkerMessage = { state: 'waiting' } | { state: 'ready'; url: string } | CacheMessage

interface CacheMessage {
  state: 'cache'
  /** Of the call; its answer has the same. */
  id: number
  call: CacheCall
}

interface CacheReply {
  id: number
  answer: CacheAnswer
}

/** A worker that has gone waits for no answer. */
async function answerWorker(worker: Worker, caches: Caches, { id, call }: CacheMessage): Promise<void> {
  const reply: CacheReply = { id, answer: await answerCacheCall(caches, call) }
  if (worker.isConnected()) worker.send(reply, () => undefined)
}

/** The caches that the first process holds. */
function cachesOfFirstProcess(): Caches {
  const waiting = new Map<number, (answer: CacheAnswer) => void>()
  let calls = 0
  process.on('message', ({ id, answer }: CacheReply) => {
    waiting.get(id)?.(answer)
    waiting.delete(id)
  })
  return sharedCaches(
    (call) =>
      new Promise((resolve) => {
        const id = calls++
        waiting.set(id, resolve)
        tell({ state: 'cache', id, call })
      }),
  )
}

async function stopWorker(worker: Worker): Promise<void> {
  if (worker.isDead()) return
  const ended = once(worker, 'exit')
  worker.process.kill('SIGTERM')
  await ended
}

/** The whole life of a worker: takes its settings from the first process, and ends with it. */
export async function runWorker(log: (line: string) => void): Promise<number> {
  const stop = Promise.race([whenAborted(stopSignal()), once(process, 'disconnect')])
  const given = once(process, 'message')
  tell({ state: 'waiting' })
  const [settings] = (await given) as [WorkerSettings]
  const shared = settings.redisUrl === null ? { caches: cachesOfFirstProcess() } : {}
  const serving = await startServing({ ...settings, ...shared, log })
  tell({ state: 'ready', url: serving.url })
  await stop
  await serving.stop()
  process.disconnect?.()
  return 0
}

function tell(message: WorkerMessage): void {
  process.send?.(message)
}
