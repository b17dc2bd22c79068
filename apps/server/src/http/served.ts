import type { CorsSettings, QueryObject } from '@cairn/language'
import type { RunnableStack } from '@cairn/runtime'
import type { Ports } from '@cairn/statements'
import type { VerifyToken } from './authenticate/authenticate.ts'
import type { Router } from './router/router.ts'

/** An endpoint at its place in the router; everything a request needs of it is known before the request comes. */
export interface Endpoint {
  stack: RunnableStack<QueryObject>
  /** The auth table, or null where the endpoint is public. */
  table: string | null
  active: boolean
}

export interface ServedGroup {
  name: string
  canonical: string
  active: boolean
  cors: CorsSettings
  routes: Router<Endpoint>
}

/** The ports that a request's stack reaches the world through. */
export type RequestPorts = (request: { id: string; baseUrl: string; signal: AbortSignal }) => Ports

/** A running workspace as HTTP sees it. Publishing replaces it whole. */
export interface Served {
  groups: ReadonlyMap<string, ServedGroup>
  /** Names of the branches that are served. */
  branches: ReadonlySet<string>
  /** The branch a request without one gets. */
  liveBranch: string
  verifyToken: VerifyToken
  /** The ports on a datasource, opened on first use; null when the workspace has none of that name. */
  ports(datasource: string): RequestPorts | null | Promise<RequestPorts | null>
}
