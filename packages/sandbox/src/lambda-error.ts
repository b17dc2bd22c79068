import { StackError } from '@cairn/statements'
import type { FailureKind, JobFailure } from './engine/job.ts'

/** Globals that other runtimes have, and what to use here. */
const notHere: Readonly<Record<string, string>> = {
  fetch: 'Lambdas have no network. Use api.request.',
  XMLHttpRequest: 'Lambdas have no network. Use api.request.',
  WebSocket: 'Lambdas have no network.',
  require: 'Lambdas have no packages.',
  process: 'Lambdas see nothing of the server. Use $env for environment variables.',
  Deno: 'Lambdas see nothing of the server. Use $env for environment variables.',
  Buffer: 'Use Uint8Array, or the filters base64_encode and base64_decode around the lambda.',
  URL: 'Use the filters url_parse and url_getarg around the lambda.',
  crypto: 'Use the security statements and the filters of hashes.',
  TextEncoder: 'Use Uint8Array.',
  atob: 'Use the filter base64_decode.',
  btoa: 'Use the filter base64_encode.',
  Intl: 'Lambdas know no languages but English. Use the timestamp and number filters.',
  $this: 'It is there in the lambda filters only.',
  $result: 'It is there in lambda_reduce only.',
}

const reasons: Record<FailureKind, string> = {
  syntax: 'lambda_syntax',
  error: 'lambda_error',
  timeout: 'lambda_timeout',
  memory: 'lambda_memory',
  stack: 'lambda_stack',
  unsettled: 'lambda_unsettled',
  result: 'lambda_result',
}

/** A failure in a sandbox as the error of its statement. */
export function lambdaError(failure: JobFailure, timeout: number): StackError {
  const hint = hintOf(failure)
  const message = messageOf(failure, timeout)
  return new StackError('standard', reasons[failure.kind], message, hint === null ? {} : { hint })
}

function messageOf({ kind, message, name, line }: JobFailure, timeout: number): string {
  const where = line === null ? '' : ` in line ${line}`
  switch (kind) {
    case 'timeout':
      return `The lambda ran longer than ${timeout / 1000} seconds.`
    case 'memory':
      return `The lambda used more memory than it may${where}.`
    case 'stack':
      return `The lambda's functions call each other too deeply${where}.`
    case 'unsettled':
      return 'The lambda waits for a promise that nothing settles.'
    case 'result':
      return `The lambda's result can't be copied: ${message}.`
    default:
      return `The lambda failed${where}: ${name === '' || name === 'Error' ? message : `${name}: ${message}`}.`
  }
}

function hintOf({ kind, message }: JobFailure): string | null {
  if (kind === 'result') return 'Return what JSON can hold: texts, numbers, lists and objects.'
  if (kind === 'timeout') return 'Make it do less, or raise its timeout.'
  const missing = /^'?([$\w]+)'? is not defined$/.exec(message)?.[1]
  return missing !== undefined && Object.hasOwn(notHere, missing) ? notHere[missing]! : null
}
