import { StackError, type LambdaAnswer, type LambdaCall } from '@cairn/statements'
import { readResults } from './copy/read-results.ts'
import type { JobAnswer } from './engine/job.ts'
import { lambdaError } from './lambda-error.ts'

/** What a job said, as a port answers: an error is thrown after its console lines were shown. */
export function answerOf(answer: JobAnswer, { library, timeout, show, signal }: LambdaCall): LambdaAnswer {
  for (const line of answer.logs) show(line)
  if (signal.aborted) throw new StackError('standard', 'request_aborted', 'The client has gone.')
  if ('failure' in answer) throw lambdaError(answer.failure, timeout, library)
  return readResults(answer.results)
}
