import type { RequestContext, RunContext } from '@cairn/statements'
import { fakePorts, type FakePorts } from './fake-ports.ts'

/** A request to nowhere, with what a test says about it. */
export function fakeRequest(facts: Partial<RequestContext> = {}): RequestContext {
  return {
    method: 'POST',
    uri: '/api:test/example',
    querystring: '',
    remoteIp: '127.0.0.1',
    headers: {},
    authToken: null,
    datasource: 'live',
    branch: 'v1',
    baseUrl: 'http://localhost',
    rawInput: {},
    rawBody: null,
    response: { status: null, headers: [] },
    after: [],
    ...facts,
  }
}

/** What a statement's `run` is given; functions of the workspace are not there to be called. */
export function fakeContext(
  facts: Partial<RequestContext> = {},
  ports: FakePorts = fakePorts(),
): RunContext & { ports: FakePorts } {
  return {
    ports,
    at: 'stack.0',
    request: fakeRequest(facts),
    signal: new AbortController().signal,
    beside() {
      throw new Error('Nothing runs beside the stack in this test.')
    },
    async callFunction(name) {
      throw new Error(`There is no function ${name} in this test.`)
    },
  }
}
