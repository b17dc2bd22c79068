import type { IncomingHttpHeaders } from 'node:http'
import { StackError } from '@cairn/statements'
import type { AuthIdentity } from '@cairn/runtime'

/** Reads a token for a datasource; throws, or rejects with, the 401 that says what is wrong with it. */
export type VerifyToken = (token: string, datasource: string) => AuthIdentity | Promise<AuthIdentity>

const bearer = /^bearer +/i

/**
 * The token a request presents: the bearer of `Authorization`, or of `X-Xano-Authorization` once
 * `X-Xano-Authorization-Only: true` gives the other header to the stack. Null where there is none.
 */
export function presentedToken(headers: IncomingHttpHeaders): string | null {
  const only = headers['x-xano-authorization-only']
  const own = typeof only === 'string' && only.trim().toLowerCase() === 'true'
  const header = own ? headers['x-xano-authorization'] : headers.authorization
  if (typeof header !== 'string') return null
  const scheme = bearer.exec(header)
  return scheme ? header.slice(scheme[0].length).trim() : null
}

/**
 * Who the request speaks for. `table` is the matched endpoint's auth table and nothing else decides: null means public,
 * and then a token that is presented all the same must still be one of ours, but fills no `$auth`.
 */
export function authenticate(
  token: string | null,
  table: string | null,
  datasource: string,
  verify: VerifyToken,
): AuthIdentity | null | Promise<AuthIdentity | null> {
  if (token === null) {
    if (table === null) return null
    throw unauthorized('no_token', 'Unauthorized - Authentication Required')
  }
  const identity = verify(token, datasource)
  return identity instanceof Promise ? identity.then((read) => admit(read, table)) : admit(identity, table)
}

function admit(identity: AuthIdentity, table: string | null): AuthIdentity | null {
  if (table === null) return null
  if (identity.table === table) return identity
  throw unauthorized('wrong_table', 'Invalid token')
}

function unauthorized(reason: string, message: string): StackError {
  return new StackError('unauthorized', reason, message, { payload: '' })
}
