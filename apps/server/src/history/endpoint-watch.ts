import type { QueryObject } from '@cairn/language'
import { toText, type Ports, type Value } from '@cairn/statements'
import type { KeptRequest } from '@cairn/workspace'
import type { Exchange } from '../http/exchange.ts'
import type { RequestWatch } from '../http/request-watch.ts'
import { inputSecrets, leaves, secretParameters } from './find-secrets.ts'
import { MASK, Masker } from './masker.ts'
import type { RequestLog } from './request-log.ts'
import { wellFormed } from './well-formed.ts'

/** What the requests of an endpoint have in common. */
export interface WatchedEndpoint {
  workspaceId: number
  group: string
  /** Null for requests that no endpoint takes. */
  query: QueryObject | null
  /** The query's path without slashes around it. */
  route: string | null
}

const MOST_PATH = 500
const MOST_ERROR = 2_000
/** Extras and variables shorter than this are words as likely as secrets: `admin`, `true`. */
const SHORTEST_VALUE = 8

/** Keeps the requests of one endpoint. */
export class EndpointWatch implements RequestWatch {
  readonly #endpoint: WatchedEndpoint
  readonly #log: RequestLog
  readonly #clock: { now(): number }
  /** Positions of the segments of a path that are secrets. */
  readonly #secretSegments: number[]

  constructor(endpoint: WatchedEndpoint, log: RequestLog, clock: { now(): number }) {
    this.#endpoint = endpoint
    this.#log = log
    this.#clock = clock
    const { route, query } = endpoint
    this.#secretSegments = route === null || query === null ? [] : secretParameters(route, query.inputs)
  }

  ports(given: Ports): Ports {
    return given
  }

  ended(exchange: Exchange, ms: number): void {
    this.#log.add({ request: this.#request(exchange, ms), recording: null })
  }

  #request(exchange: Exchange, ms: number): KeptRequest {
    const { auth, failure } = exchange
    return {
      workspaceId: this.#endpoint.workspaceId,
      at: Math.round(this.#clock.now() - ms),
      id: null,
      branch: exchange.branch,
      datasource: exchange.datasource,
      group: this.#endpoint.group,
      route: this.#endpoint.route,
      method: exchange.method,
      path: this.#path(exchange.path),
      status: exchange.outgoing.statusCode,
      ms,
      size: exchange.size,
      userTable: auth === null ? null : auth.table,
      userId: auth === null ? null : toText(auth.id),
      error: failure === null ? null : this.#message(exchange, failure.body.message),
      errorAt: failure === null ? null : failure.at,
      recorded: false,
    }
  }

  #path(path: string): string {
    let shown = path
    if (this.#secretSegments.length > 0) {
      const segments = path.split('/')
      for (const index of this.#secretSegments) if (segments[index] !== undefined) segments[index] = MASK
      shown = segments.join('/')
    }
    // Copied: a part of a long text keeps all of it.
    return shown.length > MOST_PATH ? wellFormed(`${shown.slice(0, MOST_PATH)}…`) : shown
  }

  #message(exchange: Exchange, message: string): string {
    const masker = new Masker(secretsOf(exchange, this.#endpoint.query))
    return masker.text(wellFormed(message)).slice(0, MOST_ERROR)
  }
}

/** Everything about a request that may appear in no list, log or screen. */
export function* secretsOf(exchange: Exchange, query: QueryObject | null): Generator<string | number> {
  if (exchange.authToken !== null) yield exchange.authToken
  yield* inputSecrets(exchange.rawInput, query?.inputs ?? [])
  if (exchange.changedInput !== undefined) yield* inputSecrets(exchange.changedInput, query?.inputs ?? [])
  yield* longLeaves({ ...exchange.auth?.extras })
  if (exchange.hasPorts) yield* longLeaves(exchange.ports.env.all())
}

function* longLeaves(value: Value): Generator<string | number> {
  for (const leaf of leaves(value)) if (String(leaf).length >= SHORTEST_VALUE) yield leaf
}
