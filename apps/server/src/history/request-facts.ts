import type { AuthIdentity } from '@cairn/runtime'
import { ValueStream, type Value } from '@cairn/statements'
import type { Exchange } from '../http/exchange.ts'

/** What a recording holds beside what the ports returned: enough to make the same request again. */
export interface RequestFacts {
  method: string
  uri: string
  querystring: string
  remoteIp: string
  headers: Readonly<Record<string, string>>
  authToken: string | null
  auth: AuthIdentity | null
  datasource: string
  branch: string
  baseUrl: string
  rawInput: Value
  rawBody: Uint8Array | null
  /** What the stack was given. */
  fields: { [key: string]: Value }
  status: number
  /** Null where it failed, and for a stream. */
  result: Value
  error: { code: string; message: string; payload: Value; at: string | null } | null
  /** What stands in the place of secrets. */
  hidden: readonly (string | number)[]
  /** Names and values the stack sent. */
  sentHeaders: readonly (readonly [string, string])[]
}

/** As they are now: an exchange is not kept. */
export function factsOf(exchange: Exchange): RequestFacts {
  const { failure, result } = exchange
  return {
    method: exchange.method,
    uri: exchange.uri,
    querystring: exchange.querystring,
    remoteIp: exchange.remoteIp,
    headers: exchange.headers,
    authToken: exchange.authToken,
    auth: exchange.auth,
    datasource: exchange.datasource,
    branch: exchange.branch,
    baseUrl: exchange.baseUrl,
    rawInput: exchange.rawInput,
    rawBody: exchange.rawBody,
    fields: exchange.fields,
    status: exchange.outgoing.statusCode,
    result: failure !== null || result instanceof ValueStream ? null : result,
    error: failure === null ? null : { ...failure.body, at: failure.at },
    hidden: [],
    sentHeaders: exchange.response.headers,
  }
}
