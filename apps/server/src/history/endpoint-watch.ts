import { MASK } from '@cairn/contract'
import type { QueryObject } from '@cairn/language'
import { RecordingPorts } from '@cairn/runtime'
import { toText, type Ports, type Value } from '@cairn/statements'
import type { RequestKind } from '@cairn/workspace'
import type { Exchange } from '../http/exchange.ts'
import type { RequestWatch } from '../http/request-watch.ts'
import { shortestSecret } from './environment-marks.ts'
import { inputSecrets, leaves, secretParameters } from './find-secrets.ts'
import { Masker } from './masker.ts'
import { makeRecording } from './make-recording.ts'
import type { RecordingChoice } from './recording-choice.ts'
import { factsOf } from './request-facts.ts'
import type { MakeRecording, RequestLog } from './request-log.ts'
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

/** Keeps the requests of one endpoint. */
export class EndpointWatch implements RequestWatch {
  readonly #endpoint: WatchedEndpoint
  readonly #log: RequestLog
  /** Null where no stack runs. */
  readonly #choice: RecordingChoice | null
  #lastKind: RequestKind | null = null
  /** Positions of the segments of a path that are secrets. */
  readonly #secretSegments: number[]

  constructor(endpoint: WatchedEndpoint, { log, choice }: { log: RequestLog; choice: RecordingChoice | null }) {
    this.#endpoint = endpoint
    this.#log = log
    this.#choice = choice
    const { route, query } = endpoint
    this.#secretSegments = route === null || query === null ? [] : secretParameters(route, query.inputs)
  }

  ports(given: Ports): Ports {
    return this.#choice?.records === true ? new RecordingPorts(given) : given
  }

  ended(exchange: Exchange, ms: number): void {
    const batch = this.#log.batch(this.#endpoint.workspaceId)
    if (batch === null) return
    const { auth, failure } = exchange
    const status = exchange.outgoing.statusCode
    const at = Math.round(batch.zero + exchange.start)
    const userId = auth === null ? null : toText(auth.id)
    batch.add(this.#kind(exchange), at, status, ms, exchange.size, this.#path(exchange.path), userId)
    const recording = this.#recording(exchange, ms, at + ms)
    if (failure !== null) {
      batch.addDetails({ error: this.#message(exchange, failure.body.message), errorAt: failure.at }, recording)
    } else if (recording !== null) batch.addDetails({}, recording)
  }

  /** The same object for requests of the same kind, of which an endpoint has few. */
  #kind({ branch, datasource, method, auth }: Exchange): RequestKind {
    const userTable = auth === null ? null : auth.table
    const last = this.#lastKind
    if (
      last !== null &&
      last.branch === branch &&
      last.datasource === datasource &&
      last.method === method &&
      last.userTable === userTable
    )
      return last
    const { group, route } = this.#endpoint
    this.#lastKind = { branch, datasource, group, route, method, userTable }
    return this.#lastKind
  }

  #recording(exchange: Exchange, ms: number, now: number): MakeRecording | null {
    if (this.#choice === null || !exchange.ran || !(exchange.ports instanceof RecordingPorts)) return null
    if (!this.#choice.keeps(exchange.outgoing.statusCode, ms, now)) return null
    const { lane, env } = exchange.ports
    if (lane === null || !this.#log.takesRecording()) return null
    const facts = factsOf(exchange)
    const fields = this.#endpoint.query?.inputs ?? []
    return () => makeRecording(facts, lane, { fields, env })
  }

  #path(path: string): string | null {
    if (path === this.#endpoint.route) return null
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
function* secretsOf(exchange: Exchange, query: QueryObject | null): Generator<string | number> {
  if (exchange.authToken !== null) yield exchange.authToken
  yield* inputSecrets(exchange.rawInput, query?.inputs ?? [])
  if (exchange.changedInput !== undefined) yield* inputSecrets(exchange.changedInput, query?.inputs ?? [])
  yield* longLeaves({ ...exchange.auth?.extras })
  if (exchange.hasPorts) yield* longLeaves(exchange.ports.env.all())
}

/** The texts and numbers of a value that are long enough to be secrets. */
export function* longLeaves(value: Value): Generator<string | number> {
  for (const leaf of leaves(value)) if (String(leaf).length >= shortestSecret) yield leaf
}
