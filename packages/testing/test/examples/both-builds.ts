import { readWorkspace } from '@cairn/language'
import { loadProgram, TraceRecorder, type Invocation, type Program, type TraceSink } from '@cairn/runtime'
import { StackError, type Ports, type RequestContext, type Value } from '@cairn/statements'
import { fakePorts, fakeRequest, type FakePortsOptions } from '../../src/index.ts'

/** What stands around the statements of an example. */
export interface Around {
  /** Other objects of the workspace, as text. */
  objects?: readonly string[]
  request?: Partial<RequestContext>
  fakes?: FakePortsOptions
  /** In the place of fakes. */
  ports?: Partial<Ports>
}

/** What an example came to. */
export type Outcome = { value: unknown } | { reason: string; message: string; payload: unknown }

/** A function `example` with these statements that answers `$x`. */
export const functionOf = (stack: string, response = '$x') =>
  `function example {\n input {\n }\n\n stack {\n${stack}\n }\n\n response = ${response}\n}`

const limits = { deadline: 10_000, maxDepth: 1000, maxText: 1_000_000, maxArray: 1_000_000 }

/** `$x` after the statements, in the fast build and in the traced one, each on ports of its own. */
export async function inBothBuilds(stack: string, around: Around = {}, response = '$x'): Promise<[Outcome, Outcome]> {
  const texts = [functionOf(stack, response), ...(around.objects ?? [])]
  const program = loadProgram(readWorkspace(texts.map((text, index) => ({ path: `${index}.xs`, text }))))
  return [await outcome(program, around, null), await outcome(program, around, new TraceRecorder())]
}

async function outcome(program: Program, around: Around, trace: TraceSink | null): Promise<Outcome> {
  const invocation: Invocation = {
    ports: { ...fakePorts(around.fakes), ...around.ports },
    request: fakeRequest(around.request),
    auth: null,
    limits,
    signal: new AbortController().signal,
    trace,
  }
  try {
    return { value: plain(await program.function('example')!.run({}, invocation)) }
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    return { reason: error.reason, message: error.message, payload: error.payload }
  }
}

/** As JSON, the way it would be answered. */
const plain = (value: Value | undefined): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown)
