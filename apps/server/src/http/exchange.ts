import { performance } from 'node:perf_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AuthIdentity, Invocation, Limits, TraceSink } from '@cairn/runtime'
import type { Ports, RequestContext, Value } from '@cairn/statements'
import type { ErrorBody } from './error/error-answer.ts'
import type { RequestWatch } from './request-watch.ts'
import type { Tally } from './tally.ts'

/**
 * One request and its answer. It is the `Invocation` a stack runs with and the `RequestContext` its statements read, so
 * a request allocates one object; what few stacks ask for is made when asked.
 */
export class Exchange implements Invocation, RequestContext {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly id: string
  readonly limits: Limits
  readonly trace: TraceSink | null = null
  querystring = ''
  branch = ''
  datasource = ''
  authToken: string | null = null
  auth: AuthIdentity | null = null
  rawInput: Value = null
  /** Whether its stack ran: it was let in, and its input could be read. */
  ran = false
  /** What the stack was given. */
  fields: { [key: string]: Value } = {}
  /** What it gave. */
  result: Value = null
  rawBody: Uint8Array | null = null
  /** Headers of the group (CORS) that go with every answer, errors included. */
  groupHeaders: string[] = []
  changedInput?: Value
  sent?: NonNullable<RequestContext['sent']>
  readonly response: RequestContext['response'] = { status: null, headers: [] }
  readonly after: (() => Promise<void>)[] = []
  /** Milliseconds on the process's clock when the request came. */
  readonly start = performance.now()
  /** The counter of the endpoint that was found. */
  tally: Tally | null = null
  /** Told of it once its answer is out. */
  keeper: RequestWatch | null = null
  /** Below the group, as it came. */
  path = ''
  /** Bytes of the answer's body. */
  size = 0
  /** What it was answered instead of a result, and the statement that failed. */
  failure: { body: ErrorBody; at: string | null } | null = null
  #ports: Ports | null = null
  #aborter: AbortController | null = null

  constructor(incoming: IncomingMessage, outgoing: ServerResponse, id: string, limits: Limits) {
    this.incoming = incoming
    this.outgoing = outgoing
    this.id = id
    this.limits = limits
  }

  get request(): RequestContext {
    return this
  }

  /** Whether its datasource was found. */
  get hasPorts(): boolean {
    return this.#ports !== null
  }

  get ports(): Ports {
    if (!this.#ports) throw new Error('The ports of an exchange are set before its stack runs.')
    return this.#ports
  }

  set ports(ports: Ports) {
    this.#ports = ports
  }

  get method(): string {
    return this.incoming.method ?? 'GET'
  }

  get uri(): string {
    return this.incoming.url ?? '/'
  }

  get remoteIp(): string {
    return this.incoming.socket.remoteAddress ?? ''
  }

  get headers(): Readonly<Record<string, string>> {
    const entries = Object.entries(this.incoming.headers)
    return Object.fromEntries(
      entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
    )
  }

  get baseUrl(): string {
    return `http://${this.incoming.headers.host ?? 'localhost'}`
  }

  /** Aborts when the client goes before its answer is sent. */
  get signal(): AbortSignal {
    if (this.#aborter) return this.#aborter.signal
    const aborter = new AbortController()
    this.#aborter = aborter
    const leave = () => {
      if (!this.outgoing.writableFinished) aborter.abort(new Error('The client closed the connection.'))
    }
    if (this.outgoing.closed || this.incoming.socket.destroyed) leave()
    else this.outgoing.once('close', leave)
    return aborter.signal
  }
}
