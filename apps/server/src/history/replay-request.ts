import { Replayer, ReplayingPorts, type RunnableStack, type TraceSink, type Unrecorded } from '@cairn/runtime'
import { FileResource, StackError, ValueStream, type EnvPort, type RequestContext, type Value } from '@cairn/statements'
import { defaultLimits } from '../serve/default-limits.ts'
import { environmentMarks } from './environment-marks.ts'
import type { Recording } from './make-recording.ts'
import { Masker } from './masker.ts'
import type { RequestFacts } from './request-facts.ts'

/** What a request was answered. */
export interface Answer {
  status: number
  /** Null where it failed. */
  result: Value
  error: { code: string; message: string; payload: Value; at: string | null } | null
}

export interface Replayed extends Answer {
  ms: number
  /** The first thing it asked for that the recording does not have: from there on it is another run. */
  unrecorded: Unrecorded | null
}

const DEADLINE = 30_000

export interface ReplayOptions {
  stack: RunnableStack
  /** Whether it is the stack that was recorded: another version is not given answers that were kept of this one. */
  asRecorded: boolean
  /** As it is now. */
  env: EnvPort
  trace: TraceSink
}

/**
 * Runs a recorded request again, in the traced build, on the stack that was recorded or another version of it. It
 * reaches nothing outside.
 */
export async function replayRequest(
  { facts, lane }: Recording,
  { stack, asRecorded, env, trace }: ReplayOptions,
): Promise<Replayed> {
  const missing: Unrecorded[] = []
  const marks = environmentMarks(env)
  const masker = new Masker(marks.keys(), (value) => marks.get(value) ?? value)
  const replayer = new Replayer(
    lane,
    (one) => missing.push(one),
    (value) => masker.value(value),
  )
  const ports = new ReplayingPorts(replayer, { env, log: { debug: () => undefined } })
  const request = requestOf(facts)
  const limits = { ...defaultLimits, deadline: DEADLINE }
  const signal = AbortSignal.timeout(DEADLINE)
  const start = performance.now()
  const answer = await answerOf(request, async () => {
    const invocation = { ports, request, auth: facts.auth, limits, signal, trace }
    const result = await stack.run(facts.fields, asRecorded ? { ...invocation, keptAnswers: 'given' } : invocation)
    for (const work of request.after) await work()
    return result
  })
  return { ...answer, ms: performance.now() - start, unrecorded: missing[0] ?? null }
}

async function answerOf(request: RequestContext, run: () => Promise<Value>): Promise<Answer> {
  try {
    const result = await run()
    return {
      status: request.response.status ?? 200,
      result: result instanceof ValueStream ? null : result,
      error: null,
    }
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    const { status, code, message, payload, at } = error
    return { status, result: null, error: { code, message, payload, at } }
  }
}

const requestOf = (facts: RequestFacts): RequestContext => ({
  method: facts.method,
  uri: facts.uri,
  querystring: facts.querystring,
  remoteIp: facts.remoteIp,
  headers: facts.headers,
  authToken: facts.authToken,
  datasource: facts.datasource,
  branch: facts.branch,
  baseUrl: facts.baseUrl,
  rawInput: facts.rawInput,
  rawBody: facts.rawBody,
  response: { status: null, headers: [] },
  after: [],
})

/** Whether a caller would see no difference. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  return a.status === b.status && sent(a) === sent(b)
}

const sent = ({ result, error }: Answer): string =>
  JSON.stringify(error === null ? result : [error.code, error.message, error.payload], (_, value: unknown) =>
    value instanceof FileResource ? Buffer.from(value.data).toString('base64') : value,
  ) ?? 'null'
