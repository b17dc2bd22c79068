import { StackError } from '@cairn/statements'

/** Why a request was ended before its answer was whole. */
export class RequestTimeout extends Error {}

export function tooLarge(bytes: number): StackError {
  return new StackError('standard', 'request_failed', `The answer is larger than ${bytes} bytes.`, {
    hint: 'Ask the other side for a page or a part of it.',
  })
}

/** What a stack learns of a failed request; never the path or the query, which may hold secrets. */
export function toStackError(error: unknown, host: string): unknown {
  if (error instanceof StackError) return error
  if (error instanceof RequestTimeout) {
    return new StackError('standard', 'request_timeout', `"${host}" did not answer in time.`, {
      hint: 'Raise the timeout of the request if the other side needs longer.',
    })
  }
  if (!(error instanceof Error)) return error
  return new StackError('standard', 'request_failed', `The request to "${host}" failed: ${cause(error)}.`, {
    cause: error,
  })
}

function cause(error: NodeJS.ErrnoException): string {
  return error.code ?? (error.message || error.name)
}
