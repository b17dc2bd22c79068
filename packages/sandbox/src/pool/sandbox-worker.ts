import { Worker } from 'node:worker_threads'
import type { Job, JobAnswer } from '../engine/job.ts'

/** Milliseconds a job may go on after its own limit before its thread is ended. */
const grace = 250
/** Milliseconds a thread may take to start. */
const startLimit = 10_000

/** One thread. It keeps the process alive only while it works. */
export class SandboxWorker {
  readonly ready: Promise<void>
  private readonly worker: Worker
  private gone = false
  private settle: ((answer: JobAnswer) => void) | null = null

  constructor(file: URL) {
    this.worker = new Worker(file, {
      env: {},
      execArgv: [],
      stdin: false,
      resourceLimits: { maxOldGenerationSizeMb: 128, stackSizeMb: 16 },
    })
    this.ready = new Promise((resolve, reject) => {
      this.worker.once('message', () => resolve())
      this.worker.once('error', reject)
      this.worker.once('exit', () => reject(new Error('The sandbox ended before it was ready.')))
      setTimeout(() => reject(new Error('The sandbox did not start in time.')), startLimit).unref()
    })
    this.ready.then(
      () => this.listen(),
      () => this.end(),
    )
  }

  /** Whether it takes no more jobs. */
  get ended(): boolean {
    return this.gone
  }

  /** Runs one job; nothing the job does keeps the answer waiting longer than its time and a grace. */
  run(job: Job, signal: AbortSignal): Promise<JobAnswer> {
    this.worker.ref()
    return new Promise((resolve) => {
      const stop = (kind: 'timeout' | 'memory') => {
        this.settle?.({ failure: { kind, message: '', name: '', line: null }, logs: [], spent: true })
      }
      const timer = setTimeout(stop, job.timeout + grace, 'timeout')
      const abort = () => stop('timeout')
      signal.addEventListener('abort', abort, { once: true })
      this.settle = (answer) => {
        this.settle = null
        clearTimeout(timer)
        signal.removeEventListener('abort', abort)
        if (answer.spent) this.end()
        else this.worker.unref()
        resolve(answer)
      }
      if (signal.aborted) abort()
      else this.worker.postMessage(job)
    })
  }

  end(): void {
    if (this.gone) return
    this.gone = true
    void this.worker.terminate()
  }

  private listen(): void {
    this.worker.unref()
    this.worker.on('message', (answer: JobAnswer) => this.settle?.(answer))
    const lost = () => {
      this.settle?.({
        failure: { kind: 'memory', message: 'out of memory', name: '', line: null },
        logs: [],
        spent: true,
      })
      this.gone = true
    }
    this.worker.on('error', lost)
    this.worker.on('exit', lost)
  }
}
