import type { FunctionObject } from '@cairn/language'
import type { RunnableStack, TraceSink } from '@cairn/runtime'
import type { Ports, RequestContext, Value } from '@cairn/statements'
import { defaultLimits } from '../serve/default-limits.ts'

export type RunInput = { [key: string]: Value }

/** Runs a function as nobody's request: no identity, no headers; work it left for after the answer runs before the end. */
export async function runFunction(
  stack: RunnableStack<FunctionObject>,
  input: RunInput,
  ports: Ports,
  { deadline = defaultLimits.deadline, trace = null }: { deadline?: number; trace?: TraceSink | null } = {},
): Promise<Value> {
  const request = noRequest(input)
  const limits = { ...defaultLimits, deadline }
  const signal = AbortSignal.timeout(deadline)
  const result = await stack.run(input, { ports, request, auth: null, limits, signal, trace }, 'stack')
  for (const work of request.after) await work()
  return result
}

/** The request of what nobody requested. */
export function noRequest(rawInput: Value): RequestContext {
  return {
    method: 'GET',
    uri: '',
    querystring: '',
    remoteIp: '',
    headers: {},
    authToken: null,
    datasource: 'live',
    branch: '',
    baseUrl: '',
    rawInput,
    rawBody: null,
    response: { status: null, headers: [] },
    after: [],
  }
}
