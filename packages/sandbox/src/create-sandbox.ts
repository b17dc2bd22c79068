import type { LambdaAnswer, LambdaCall, LambdaPort } from '@cairn/statements'
import { answerOf } from './answer-of.ts'
import { writeData } from './copy/write-data.ts'
import { WorkerPool } from './pool/worker-pool.ts'

export interface SandboxOptions {
  /** The built `worker.ts`. */
  worker: URL
  /** Threads, two or more. */
  size: number
}

export interface Sandbox {
  /** Lambdas of one owner: a workspace. */
  forOwner(owner: string): LambdaPort
  /** Ends what runs. */
  close(): void
}

/** Runs lambdas in threads of their own, each call in a fresh engine context; threads start with the first call. */
export function createSandbox({ worker, size }: SandboxOptions): Sandbox {
  const pool = new WorkerPool(worker, size)
  return {
    forOwner: (owner) => ({
      async run(call: LambdaCall): Promise<LambdaAnswer> {
        const { code, library = null, timeout, signal } = call
        return answerOf(await pool.run({ code, library, data: writeData(call), timeout }, owner, signal), call)
      },
    }),
    close: () => pool.close(),
  }
}
