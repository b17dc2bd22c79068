import { StackError, type LambdaLibrary } from '@cairn/statements'
import type { JobFailure } from './engine/job.ts'

/** Globals that other runtimes have, and what to use here. */
const notHere: Readonly<Record<string, string>> = {
  fetch: 'Lambdas have no network. Use api.request.',
  XMLHttpRequest: 'Lambdas have no network. Use api.request.',
  WebSocket: 'Lambdas have no network.',
  require: 'Lambdas have no packages.',
  process: 'Lambdas see nothing of the server. Use $env for environment variables.',
  Deno: 'Lambdas see nothing of the server. Use $env for environment variables.',
  Buffer: 'Use Uint8Array, or the filters base64_encode and base64_decode around the lambda.',
  Intl: 'Lambdas know no languages but English. Use the timestamp and number filters.',
  $this: 'It is there in the lambda filters only.',
  $result: 'It is there in lambda_reduce only.',
}

/** What ran: its errors begin with the word, its reasons with the prefix. */
const subjects = {
  lambda: { name: 'lambda', prefix: 'lambda' },
  twig: { name: 'template', prefix: 'template' },
} as const

type Subject = keyof typeof subjects

/** A failure in a sandbox as the error of its statement: `lambda_timeout`, `template_error`, … */
export function lambdaError(failure: JobFailure, timeout: number, library?: LambdaLibrary): StackError {
  const subject = library ?? 'lambda'
  const hint = hintOf(failure, subject)
  const reason = `${subjects[subject].prefix}_${failure.kind}`
  return new StackError('standard', reason, messageOf(failure, timeout, subject), hint === null ? {} : { hint })
}

function messageOf({ kind, message, name, line }: JobFailure, timeout: number, subject: Subject): string {
  const what = `The ${subjects[subject].name}`
  // A template's code is not the user's: no line of it tells anything.
  const where = line === null || subject !== 'lambda' ? '' : ` in line ${line}`
  switch (kind) {
    case 'timeout':
      return `${what} ran longer than ${timeout / 1000} seconds.`
    case 'memory':
      return `${what} used more memory than it may${where}.`
    case 'stack':
      return `${what}'s functions call each other too deeply${where}.`
    case 'unsettled':
      return `${what} waits for a promise that nothing settles.`
    case 'result':
      return `${what}'s result can't be copied: ${message}.`
    default:
      return `${what} failed${where}: ${plainNames.has(name) ? message : `${name}: ${message}`}.`
  }
}

/** Names of errors that say nothing. */
const plainNames = new Set(['', 'Error', 'TwigException'])

function hintOf({ kind, message }: JobFailure, subject: Subject): string | null {
  if (kind === 'timeout') return 'Make it do less, or raise its timeout.'
  if (subject !== 'lambda') return null
  if (kind === 'result') return 'Return what JSON can hold: texts, numbers, lists and objects.'
  const missing = /^'?([$\w]+)'? is not defined$/.exec(message)?.[1]
  return missing !== undefined && Object.hasOwn(notHere, missing) ? notHere[missing]! : null
}
