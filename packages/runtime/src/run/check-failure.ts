import { StackError, toText, type Value } from '@cairn/statements'

/** Passes on what is no failure of a stack; one whose message lacks the text fails the expectation. */
export function checkFailure(error: unknown, text: Value): void {
  if (!(error instanceof StackError) || error.reason === 'deadline_exceeded') throw error
  const wanted = text === null ? '' : toText(text)
  if (error.message.toLowerCase().includes(wanted.toLowerCase())) return
  throw new StackError(
    'standard',
    'expectation_failed',
    `Expected an error with "${wanted}" in its message, got "${error.message}".`,
  )
}
