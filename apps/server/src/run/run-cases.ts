import { performance } from 'node:perf_hooks'
import type { Program } from '@cairn/runtime'
import { StackError, type Ports, type Value } from '@cairn/statements'
import { runFunction, type RunInput } from './run-function.ts'
import { sameValue } from './same-value.ts'

/** A function of a workspace folder, its input and the result it must give. */
export interface Case {
  id: string
  workspace: string
  function: string
  input: RunInput
  expect: Value
}

export interface CaseResult {
  id: string
  /** `error`: no result at all. */
  status: 'passed' | 'failed' | 'error'
  /** Null where there was an error. */
  result: Value
  message: string
  ms: number
}

/** A workspace that was loaded for cases. */
export interface LoadedWorkspace {
  program: Program
  ports: Ports
}

/** Milliseconds a case may take: one that loops for ever must not hold up the others for long. */
export const longestCase = 2_000

/** Runs one case; never rejects. A defect of Cairn counts as an error and says where it happened. */
export async function runCase(test: Case, load: (workspace: string) => Promise<LoadedWorkspace>): Promise<CaseResult> {
  const start = performance.now()
  const end = (status: CaseResult['status'], result: Value, message: string): CaseResult => {
    return { id: test.id, status, result, message, ms: Math.round((performance.now() - start) * 1000) / 1000 }
  }
  try {
    const { program, ports } = await load(test.workspace)
    const stack = program.function(test.function)
    if (!stack) return end('error', null, `There is no function "${test.function}" in ${test.workspace}.`)
    const result = asJson(await runFunction(stack, test.input, ports, { deadline: longestCase }))
    if (sameValue(result, test.expect)) return end('passed', result, '')
    return end(
      'failed',
      result,
      `Expected ${shorten(JSON.stringify(test.expect))}, got ${shorten(JSON.stringify(result))}.`,
    )
  } catch (error) {
    return end('error', null, describe(error))
  }
}

/** What a caller over HTTP would read. */
function asJson(value: Value): Value {
  return JSON.parse(JSON.stringify(value) ?? 'null') as Value
}

function describe(error: unknown): string {
  if (error instanceof StackError) {
    const place = error.place === null ? '' : ` (at ${error.place})`
    return `${error.code} ${error.reason}: ${error.message}${place}`
  }
  return error instanceof Error ? `Defect: ${error.stack ?? error.message}` : `Defect: ${String(error)}`
}

function shorten(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)}…`
}
