import type { CorsSettings, QueryObject } from '@cairn/language'
import type { RunnableStack } from '@cairn/runtime'
import type { Ports } from '@cairn/statements'
import type { PortsRequest } from '../ports/request-ports.ts'
import type { VerifyToken } from './authenticate/authenticate.ts'
import type { RequestWatch } from './request-watch.ts'
import type { Router } from './router/router.ts'
import type { Tally } from './tally.ts'

/** An endpoint at its place in the router; everything a request needs of it is known before the request comes. */
export interface Endpoint {
  stack: RunnableStack<QueryObject>
  /** The auth table, or null where the endpoint is public. */
  table: string | null
  active: boolean
  /** What its requests are counted in. */
  tally: Tally
  watch: RequestWatch | null
}

export interface ServedGroup {
  name: string
  canonical: string
  active: boolean
  cors: CorsSettings
  routes: Router<Endpoint>
  /** Of requests that none of its endpoints takes. */
  unmatched: RequestWatch | null
}

/** The ports that a request's stack reaches the world through. */
export type RequestPorts = (request: PortsRequest) => Ports

/** A running workspace as HTTP sees it. Publishing on its live branch replaces it whole. */
export interface Served {
  /** The branch a request without one gets. */
  live: ServedBranch
  /** A branch by name, loaded on first use and again after a publish; null when the workspace has none of that name. */
  branch(name: string): ServedBranch | null | Promise<ServedBranch | null>
}

/** One branch of a running workspace. */
export interface ServedBranch {
  name: string
  groups: ReadonlyMap<string, ServedGroup>
  verifyToken: VerifyToken
  /** The ports on a datasource, opened on first use; null when the workspace has none of that name. */
  ports(datasource: string): RequestPorts | null | Promise<RequestPorts | null>
}
