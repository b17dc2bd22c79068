import { StackError } from '@cairn/statements'
import type { Job, JobAnswer } from '../engine/job.ts'
import { SandboxWorker } from './sandbox-worker.ts'

/** Jobs that may wait for a thread. */
const longestQueue = 1000

interface Waiting {
  owner: string
  give: (worker: SandboxWorker | Promise<SandboxWorker>) => void
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

  /** Runs a job of an owner. Time in the queue counts. Rejects with a StackError when no thread can be had. */
  async run(job: Job, owner: string, signal: AbortSignal): Promise<JobAnswer> {
    const begun = performance.now()
    const worker = await this.take(owner, job.timeout)
    try {
      const left = Math.max(1, job.timeout - (performance.now() - begun))
      return await worker.run({ ...job, timeout: left }, signal)
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

  private async take(owner: string, patience: number): Promise<SandboxWorker> {
    if (this.mayTake(owner)) return this.open(owner)
    if (this.waiting.length >= longestQueue) throw busy()
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        owner,
        give: (worker) => {
          clearTimeout(timer)
          resolve(worker)
        },
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(waiting), 1)
        reject(busy())
      }, patience)
      this.waiting.push(waiting)
    })
  }

  /** Counts a thread as the owner's, and gives one that is idle or new. */
  private async open(owner: string): Promise<SandboxWorker> {
    this.count++
    this.busy.set(owner, (this.busy.get(owner) ?? 0) + 1)
    const known = this.idle.pop()
    if (known !== undefined && !known.ended) return known
    const made = new SandboxWorker(this.file)
    this.all.add(made)
    try {
      await made.ready
      return made
    } catch (cause) {
      this.release(made, owner)
      throw new StackError('standard', 'lambda_unavailable', 'Lambdas cannot run here: the sandbox did not start.', {
        cause,
      })
    }
  }

  private release(worker: SandboxWorker, owner: string): void {
    this.count--
    const left = (this.busy.get(owner) ?? 1) - 1
    if (left === 0) this.busy.delete(owner)
    else this.busy.set(owner, left)
    if (worker.ended) this.all.delete(worker)
    else this.idle.push(worker)
    const next = this.waiting.findIndex((waiting) => this.mayTake(waiting.owner))
    if (next < 0) return
    const [first] = this.waiting.splice(next, 1)
    first!.give(this.open(first!.owner))
  }
}

function busy(): StackError {
  return new StackError('standard', 'lambda_busy', 'Too many lambdas run at once.', {
    hint: 'Try again, or make the lambdas shorter.',
  })
}
