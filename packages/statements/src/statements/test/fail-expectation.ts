import { StackError } from '../../values/error.ts'
import { FileResource, ValueStream, type Value } from '../../values/value.ts'

const longest = 300

/** A value as a message shows it. */
export function shown(value: Value): string {
  if (value instanceof FileResource) return `the file ${value.name}`
  if (value instanceof ValueStream) return 'a stream'
  const text = JSON.stringify(value)
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}

/** Ends a test: what was expected, in words, and what was there. */
export function failExpectation(expected: string, got: Value): never {
  throw new StackError('standard', 'expectation_failed', `Expected ${expected}, got ${shown(got)}.`)
}
