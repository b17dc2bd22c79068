import type { FunctionObject } from '@cairn/language'
import type { Invocation, RunnableStack } from '@cairn/runtime'
import type { Ports, RequestContext, Value } from '@cairn/statements'
import { defaultLimits } from '../serve/default-limits.ts'

export type RunInput = { [key: string]: Value }

/** Runs a function as nobody's request: no identity, no headers; work it left for after the answer runs before the end. */
export async function runFunction(
  stack: RunnableStack<FunctionObject>,
  input: RunInput,
  ports: Ports,
  deadline = defaultLimits.deadline,
): Promise<Value> {
  const request = noRequest(input)
  const result = await stack.run(input, invocationOf(request, ports, deadline), 'stack')
  for (const work of request.after) await work()
  return result
}

function invocationOf(request: RequestContext, ports: Ports, deadline: number): Invocation {
  const limits = { ...defaultLimits, deadline }
  return { ports, request, auth: null, limits, signal: AbortSignal.timeout(deadline), trace: null }
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
