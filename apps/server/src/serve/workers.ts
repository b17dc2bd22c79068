import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { clockPort } from '../ports/clock-port.ts'
import { openCaches } from '../ports/cache/open-cache.ts'
import { answerCacheCall } from '../ports/cache/shared-caches.ts'
import { firstProcess, tellFirst } from './first-process.ts'
import { RunRouter, type RunPlace } from './run-router.ts'
import { startServing, type ServingOptions } from './serving.ts'
import { stopSignal, whenAborted } from './stop-signal.ts'
import type { FromWorker, ToWorker } from './worker-messages.ts'

type WorkerSettings = Omit<ServingOptions, 'log' | 'caches' | 'relay'>

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
 * Serves from `count` processes that share one port and, where there is no Redis, the cache of this process; a run of the
 * debugger is reached through this process, whichever holds it. One that dies is replaced until `stop` aborts. When that
 * happens before they are ready, the URL is empty.
 */
export async function startWorkers(
  count: number,
  settings: WorkerSettings,
  stop: AbortSignal,
  log: (line: string) => void,
): Promise<Workers> {
  const caches = await openCaches({ clock: clockPort, redisUrl: null })
  const runs = new RunRouter(count)
  let stopping = false
  let earlyEnds = 0
  let fail: ((error: Error) => void) | undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  failed.catch(() => undefined)

  /** Resolves with the URL of this worker or, when it ends before it is ready, of the one that takes its place. */
  const start = (place: number): Promise<string> =>
    new Promise((resolve) => {
      const worker = cluster.fork()
      const started = Date.now()
      let own: RunPlace | null = null
      worker.once('exit', (code, signal) => {
        own?.end()
        if (stopping || stop.aborted) return
        log(`Worker ${worker.process.pid} ended (${signal ?? code}).`)
        if (Date.now() - started < soon) earlyEnds += 1
        if (earlyEnds >= mostEarlyEnds) fail?.(new Error('Workers end as soon as they start; see the lines above.'))
        else void start(place).then(resolve)
      })
      worker.on('message', (message: FromWorker) => {
        // By message, not by environment: the URL holds a password.
        if (message.state === 'waiting') worker.send(settings)
        else if (message.state === 'ready') {
          own = runs.open(place, (id, call) => tell(worker, { state: 'debug', id, call }))
          resolve(message.url)
        } else if (message.state === 'debugged') own?.answered(message.id, message.answer)
        else void answerWorker(worker, message)
      })
    })
  const answerWorker = async (worker: Worker, message: Extract<FromWorker, { state: 'cache' | 'debug' }>) => {
    const { id } = message
    if (message.state === 'cache')
      tell(worker, { state: 'cached', id, answer: await answerCacheCall(caches, message.call) })
    else tell(worker, { state: 'debugged', id, answer: await runs.answer(message.call) })
  }
  const stopped = whenAborted(stop).then(() => [''])
  const urls = await Promise.race([
    Promise.all(Array.from({ length: count }, (_, place) => start(place))),
    failed,
    stopped,
  ])
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

/** A worker that has gone waits for nothing. */
function tell(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message, () => undefined)
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
  tellFirst({ state: 'waiting' })
  const [settings] = (await given) as [WorkerSettings]
  const { caches, relay } = firstProcess()
  const shared = settings.redisUrl === null ? { caches, relay } : { relay }
  const serving = await startServing({ ...settings, ...shared, log })
  tellFirst({ state: 'ready', url: serving.url })
  await stop
  await serving.stop()
  process.disconnect?.()
  return 0
}
