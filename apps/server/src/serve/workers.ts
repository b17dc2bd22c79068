import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { startServing, type ServingOptions } from './serving.ts'
import { stopSignal, whenAborted } from './stop-signal.ts'

type WorkerSettings = Omit<ServingOptions, 'log'>

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
 * Serves from `count` processes that share one port; one that dies is replaced until `stop` aborts. When that happens
 * before they are ready, the URL is empty.
 */
export async function startWorkers(
  count: number,
  settings: WorkerSettings,
  stop: AbortSignal,
  log: (line: string) => void,
): Promise<Workers> {
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
        else resolve(message.url)
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

interface WorkerMessage {
  state: 'waiting' | 'ready'
  url: string
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
  tell({ state: 'waiting', url: '' })
  const [settings] = (await given) as [WorkerSettings]
  const serving = await startServing({ ...settings, log })
  tell({ state: 'ready', url: serving.url })
  await stop
  await serving.stop()
  process.disconnect?.()
  return 0
}

function tell(message: WorkerMessage): void {
  process.send?.(message)
}
