import { StackError } from '@cairn/statements'
import type { Job, JobAnswer } from '../engine/job.ts'
import { SandboxWorker } from './sandbox-worker.ts'

/** Jobs that may wait for a thread. */
const longestQueue = 1000

interface Waiting {
  owner: string
  go: () => void
}

/** A few threads, started when they are needed. One owner never has all of them, so that none keeps others waiting. */
export class WorkerPool {
  private readonly file: URL
  private readonly size: number
  private readonly idle: SandboxWorker[] = []
  private readonly waiting: Waiting[] = []
  private readonly busy = new Map<string, number>()
  private count = 0
  private readonly all = new Set<SandboxWorker>()

  constructor(file: URL, size: number) {
    this.file = file
    this.size = size
  }

  /** Runs a job of an owner. Waiting for its turn counts as its time, starting a thread does not. */
  async run(job: Job, owner: string, signal: AbortSignal): Promise<JobAnswer> {
    const begun = performance.now()
    await this.turn(owner, job.timeout)
    const timeout = Math.max(1, job.timeout - (performance.now() - begun))
    let worker: SandboxWorker | null = null
    try {
      worker = await this.open()
      return await worker.run({ ...job, timeout }, signal)
    } finally {
      this.release(worker, owner)
    }
  }

  close(): void {
    for (const worker of this.all) worker.end()
    this.all.clear()
  }

  private mayTake(owner: string): boolean {
    return this.count < this.size && (this.busy.get(owner) ?? 0) < Math.max(1, this.size - 1)
  }

  /** Counts a thread as the owner's, when there is one to be had; rejects when there is none in time. */
  private turn(owner: string, patience: number): Promise<void> {
    if (this.mayTake(owner)) {
      this.hold(owner)
      return Promise.resolve()
    }
    if (this.waiting.length >= longestQueue) return Promise.reject(busy())
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(waiting), 1)
        reject(busy())
      }, patience)
      const go = () => {
        clearTimeout(timer)
        resolve()
      }
      const waiting: Waiting = { owner, go }
      this.waiting.push(waiting)
    })
  }

  private hold(owner: string): void {
    this.count++
    this.busy.set(owner, (this.busy.get(owner) ?? 0) + 1)
  }

  /** A thread that is idle, or a new one. */
  private async open(): Promise<SandboxWorker> {
    const known = this.idle.pop()
    if (known !== undefined && !known.ended) return known
    const made = new SandboxWorker(this.file)
    this.all.add(made)
    try {
      await made.ready
      return made
    } catch (cause) {
      this.all.delete(made)
      throw new StackError('standard', 'lambda_unavailable', 'Lambdas cannot run here: the sandbox did not start.', {
        cause,
      })
    }
  }

  /** Gives back a turn, and the thread it had. */
  private release(worker: SandboxWorker | null, owner: string): void {
    this.count--
    const left = (this.busy.get(owner) ?? 1) - 1
    if (left === 0) this.busy.delete(owner)
    else this.busy.set(owner, left)
    if (worker?.ended === true) this.all.delete(worker)
    else if (worker !== null) this.idle.push(worker)
    const next = this.waiting.findIndex((waiting) => this.mayTake(waiting.owner))
    if (next < 0) return
    const [first] = this.waiting.splice(next, 1)
    this.hold(first!.owner)
    first!.go()
  }
}

function busy(): StackError {
  return new StackError('standard', 'lambda_busy', 'Too many lambdas run at once.', {
    hint: 'Try again, or make the lambdas shorter.',
  })
}
