import type { LambdaPort } from '@cairn/statements'
import { answerOf } from './answer-of.ts'
import { writeData } from './copy/write-data.ts'
import { loadEngine } from './engine/load-engine.ts'
import { runJob } from './engine/run-job.ts'

/** The sandbox in this thread, for tests: what loops holds everything until its time is up. */
export function createInlineSandbox(): LambdaPort {
  let engine: ReturnType<typeof loadEngine> | null = null
  return {
    async run(call) {
      const { code, library = null, timeout } = call
      const job = { code, library, data: writeData(call), timeout }
      engine ??= loadEngine()
      const answer = await runJob(await engine, job)
      if (answer.spent) engine = null
      return answerOf(answer, call)
    },
  }
}
