import type { TokenIssuer } from '@cairn/auth'
import type { WatchStatement } from '@cairn/database'
import type {
  AuthPort,
  CachePort,
  ClockPort,
  DatabasePort,
  EnvPort,
  FilesPort,
  HttpPort,
  LambdaPort,
  LogPort,
  MailPort,
  Ports,
  RandomPort,
} from '@cairn/statements'
import { createAuthPort } from './auth-port.ts'
import { clockPort } from './clock-port.ts'
import { createFilesPort } from './files-port.ts'
import type { FileStore } from './files/file-store.ts'
import type { HttpClient } from './http/http-client.ts'
import { createLogPort } from './log-port.ts'
import { mailPort } from './mail-port.ts'
import { randomPort } from './random-port.ts'

/** What the ports of one request know of it. */
export interface PortsRequest {
  id: string
  baseUrl: string
  /** Ends outgoing requests with the run. */
  signal: AbortSignal
  /** Told of the SQL it runs; left out where nobody watches. */
  watch?: WatchStatement
}

/** What all requests of a workspace share. */
export interface SharedPorts {
  cache: CachePort
  env: EnvPort
  client: HttpClient
  files: FileStore
  lambda: LambdaPort
  issueToken: TokenIssuer
  log: { write: (line: string) => void; workspace: string }
}

/**
 * The ports of one request. A class and not an object of closures: each such object would have a hidden class of its
 * own, which V8 keeps, with the request it closes over, until the next full collection. What few stacks use is made
 * when they do.
 */
export class RequestPorts implements Ports {
  db: DatabasePort
  readonly clock: ClockPort = clockPort
  readonly random: RandomPort = randomPort
  readonly mail: MailPort = mailPort
  readonly cache: CachePort
  readonly env: EnvPort
  readonly lambda: LambdaPort
  private readonly shared: SharedPorts
  private readonly request: PortsRequest
  private readonly datasource: string
  private madeAuth: AuthPort | null = null
  private madeLog: LogPort | null = null

  constructor(shared: SharedPorts, request: PortsRequest, db: DatabasePort, datasource: string) {
    this.shared = shared
    this.request = request
    this.db = db
    this.datasource = datasource
    this.cache = shared.cache
    this.env = shared.env
    this.lambda = shared.lambda
  }

  get http(): HttpPort {
    const { client } = this.shared
    return {
      request: (outgoing) => client.request(outgoing, this.request.signal),
      stream: (outgoing) => client.stream(outgoing, this.request.signal),
    }
  }

  get files(): FilesPort {
    return createFilesPort(this.shared.files, this.request.baseUrl)
  }

  get log(): LogPort {
    this.madeLog ??= createLogPort({ clock: clockPort, ...this.shared.log, requestId: this.request.id })
    return this.madeLog
  }

  get auth(): AuthPort {
    this.madeAuth ??= createAuthPort(this.shared.issueToken, this.datasource)
    return this.madeAuth
  }
}
