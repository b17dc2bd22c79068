import { StackError, errorTypes, type Value } from '@cairn/statements'
import { HttpError } from './http-error.ts'
import { namedPlace } from './named-place.ts'

/** The body of every error that leaves the server. */
export interface ErrorBody {
  code: string
  message: string
  payload: Value
}

export interface ErrorAnswer {
  status: number
  body: ErrorBody
}

/**
 * The one place where errors become answers. Whatever is not an error of ours is a defect: it is told to `report` and
 * the caller learns nothing about it but that it happened.
 */
export function errorAnswer(error: unknown, report: (error: unknown) => void): ErrorAnswer {
  if (error instanceof StackError) {
    return answer(error.status, error.code, `${error.message}${namedPlace(error)}`, error.payload)
  }
  if (error instanceof HttpError) return answer(error.status, error.code, error.message, '')
  report(error)
  const { status, code } = errorTypes.standard
  return answer(status, code, 'Something went wrong inside Cairn. The server log names the request and the cause.', '')
}

function answer(status: number, code: string, message: string, payload: Value): ErrorAnswer {
  return { status, body: { code, message, payload } }
}

/** What an unknown group, path or verb and a group or endpoint that was switched off all answer. */
export function notFound(): StackError {
  return new StackError('notfound', 'unknown_route', 'Unable to locate request.', { payload: '' })
}
