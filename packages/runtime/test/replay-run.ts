import { fakeRequest } from '@cairn/testing'
import { StackError, type Ports, type Value } from '@cairn/statements'
import {
  keepRecording,
  readRecording,
  readSteps,
  RecordingPorts,
  Replayer,
  ReplayingPorts,
  TraceRecorder,
} from '../src/index.ts'
import type { Invocation, RunnableStack, TraceSink, Unrecorded } from '../src/index.ts'
import { invocation } from './run-stack.ts'

/** What a traced run did, a line a step. */
function linesOf(recorder: TraceRecorder): string[] {
  return readSteps(recorder).map(({ site, round, variables, response, error }) =>
    [site.address, site.statement, round, JSON.stringify([variables, response ?? null]), String(error)].join(' '),
  )
}

const told = async (run: () => Value | Promise<Value>): Promise<string> => {
  try {
    return JSON.stringify((await run()) ?? null)
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    return `${error.code} ${error.reason} ${error.message} ${JSON.stringify(error.payload)} at ${error.at}`
  }
}

async function runOnce(stack: RunnableStack, input: { [key: string]: Value }, facts: Partial<Invocation>) {
  const request = fakeRequest()
  return told(async () => {
    const result = await stack.run(input, invocation({ request, ...facts }))
    for (const work of request.after) await work()
    return result
  })
}

/** Runs with ports that record, in the fast build or the traced one; the recording has been text. */
export async function record(
  stack: RunnableStack,
  input: { [key: string]: Value },
  ports: Ports,
  trace: TraceSink | null = null,
) {
  const recording = new RecordingPorts(ports)
  const outcome = await runOnce(stack, input, { ports: recording, trace })
  return { outcome, text: keepRecording(null, recording.lane!, 1e8, (value) => value) }
}

/** Runs from a recording alone, in the traced build. */
export async function replay(stack: RunnableStack, input: { [key: string]: Value }, text: string, outer: Ports) {
  const unrecorded: Unrecorded[] = []
  const recorder = new TraceRecorder()
  const replayer = new Replayer(readRecording(text).lane, (one) => unrecorded.push(one))
  const ports = new ReplayingPorts(replayer, { env: outer.env, log: { debug: () => undefined } })
  const outcome = await runOnce(stack, input, { ports, trace: recorder, keptAnswers: 'given' })
  return { outcome, trace: linesOf(recorder), unrecorded }
}
