import { readWorkspace } from '@cairn/language'
import { fakePorts, fakeRequest } from '@cairn/testing'
import type { Value } from '@cairn/statements'
import { loadProgram, TraceRecorder } from '../src/index.ts'
import type { Invocation, Limits, Program, TraceSink } from '../src/index.ts'

export const limits: Limits = { deadline: 2000, maxDepth: 1000, maxText: 1_000_000, maxArray: 1_000_000 }

/** An invocation over fakes; `facts` replaces parts of it. */
export function invocation(facts: Partial<Invocation> = {}): Invocation {
  return {
    ports: fakePorts(),
    request: fakeRequest(),
    auth: null,
    limits,
    signal: new AbortController().signal,
    trace: null,
    ...facts,
  }
}

/** Traces of runs that nobody looks at. */
export const silent = (): TraceSink => new TraceRecorder()

export function program(...texts: string[]): Program {
  return loadProgram(readWorkspace(texts.map((text, index) => ({ path: `${index}.xs`, text }))))
}

/** A function `f` with these statements that answers `$x`. */
export const functionOf = (stack: string, response = '$x') =>
  `function f {\n input {\n }\n\n stack {\n${stack}\n }\n\n response = ${response}\n}`

/** Runs statements and gives the value of `$x` after them. */
export async function runStack(stack: string, facts: Partial<Invocation> = {}, response = '$x'): Promise<Value> {
  return program(functionOf(stack, response)).function('f')!.run({}, invocation(facts))
}
