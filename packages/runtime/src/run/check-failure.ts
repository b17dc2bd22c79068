import { StackError, toText, type Value } from '@cairn/statements'

/** Passes on what is no failure of a stack; one whose message and code lack the text fails the expectation. */
export function checkFailure(error: unknown, text: Value): void {
  if (!(error instanceof StackError) || error.reason === 'deadline_exceeded') throw error
  const wanted = text === null ? '' : toText(text)
  const names = (where: string) => where.toLowerCase().includes(wanted.toLowerCase())
  if (names(error.message) || names(error.code)) return
  throw new StackError(
    'standard',
    'expectation_failed',
    `Expected an error with "${wanted}" in its message, got "${error.message}" (${error.code}).`,
  )
}
