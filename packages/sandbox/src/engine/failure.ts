import { codeName } from './code-name.ts'
import type { FailureKind, JobFailure } from './job.ts'

/** What the engine says of something thrown. Untrusted: the code may have made it. */
export interface Thrown {
  name?: unknown
  message?: unknown
  stack?: unknown
}

/** Errors of the engine itself. */
const engineKinds: [name: string, message: RegExp, kind: FailureKind][] = [
  ['InternalError', /^interrupted$/, 'timeout'],
  ['InternalError', /^out of memory$/, 'memory'],
  ['InternalError', /^stack overflow$/, 'stack'],
]

export function failureOf(thrown: Thrown | null, kind: FailureKind = 'error'): JobFailure {
  // An engine out of memory has none left to make an error.
  if (thrown === null) return { kind: 'memory', message: 'out of memory', name: 'InternalError', line: null }
  const [name, message] = [text(thrown.name), text(thrown.message)]
  const engine = engineKinds.find(([wanted, pattern]) => name === wanted && pattern.test(message))
  return { kind: engine?.[2] ?? kind, message, name, line: lineOf(text(thrown.stack)) }
}

/** The line of the innermost frame in the user's code. */
function lineOf(stack: string): number | null {
  const found = new RegExp(`${codeName.replace('.', '\\.')}:(\\d{1,7})`).exec(stack.slice(0, 20_000))
  return found === null ? null : Number(found[1])
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 2000) : ''
}
