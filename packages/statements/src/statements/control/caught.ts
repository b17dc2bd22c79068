import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'

/** Reasons that no catch may hold up: the budgets of a request, and a client that has gone. */
const finalReasons = new Set(['deadline_exceeded', 'request_aborted', 'debug_stop'])

/** Whether no catch may hold an error up. */
export function isFinal(error: StackError): boolean {
  return error.final || finalReasons.has(error.reason)
}

/** `$error` of a catch block; an error that is no StackError, or may not be caught, is thrown on. */
export function caught(error: unknown): Value {
  if (!(error instanceof StackError) || isFinal(error)) throw error
  return { code: error.code, name: error.code, message: error.message, result: error.payload }
}
