import type { LambdaPort } from '@cairn/statements'
import { answerOf } from './answer-of.ts'
import { writeData } from './copy/write-data.ts'
import { Engines } from './engine/engines.ts'

/** The sandbox in this thread, for tests: what loops holds everything until its time is up. */
export function createInlineSandbox(): LambdaPort {
  let engines = new Engines()
  return {
    async run(call) {
      const { code, library = null, timeout } = call
      const job = { code, library, data: writeData(call), timeout }
      const answer = await engines.run(job)
      if (answer.spent) engines = new Engines()
      return answerOf(answer, call)
    },
  }
}
