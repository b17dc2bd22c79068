import { StackError, type ClockPort, type Value } from '@cairn/statements'
import { CompactEncrypt } from 'jose'
import { isRowId, longestToken, tokenAlgorithm, writeClaims } from './token-claims.ts'
import { cipherKey, type TokenKeys } from './token-key.ts'

export interface TokenIssuerOptions {
  clock: Pick<ClockPort, 'now'>
  /** Asked at each token, so that a key can be rotated while serving. */
  keys: () => TokenKeys
  workspace: string
  /** A table of the workspace, or null when there is none of that name. */
  table: (name: string) => { auth: boolean } | null
}

export interface TokenRequest {
  table: string
  id: Value
  extras: { [key: string]: Value }
  /** Seconds; 0 = never expires. */
  expiration: number
  datasource: string
  /** Marks it as the debugger's. */
  debugger?: boolean
}

export type TokenIssuer = (request: TokenRequest) => Promise<string>

/**
 * Makes tokens for rows of one workspace's auth tables. Rejects with a StackError: `unknown_auth_table`,
 * `table_without_auth`, `invalid_expiration`, `invalid_row_id`, `extras_too_large`.
 */
export function createTokenIssuer({ clock, keys, workspace, table }: TokenIssuerOptions): TokenIssuer {
  return async (request) => {
    checkTable(request.table, table(request.table))
    checkExpiration(request.expiration)
    const { id, extras, datasource } = request
    if (!isRowId(id)) throw refuse('invalid_row_id', 'id must be the primary key of a row: a whole number or a text.')
    const issuedAt = Math.floor(clock.now() / 1000)
    const expiresAt = request.expiration === 0 ? null : issuedAt + request.expiration
    const claims = writeClaims({
      workspace,
      table: request.table,
      datasource,
      id,
      extras,
      issuedAt,
      expiresAt,
      debugger: request.debugger === true,
    })
    const { current } = keys()
    const token = await new CompactEncrypt(claims)
      .setProtectedHeader({ ...tokenAlgorithm, kid: current.id })
      .encrypt(await cipherKey(current))
    if (token.length > longestToken) throw refuse('extras_too_large', 'extras are too large for a token.')
    return token
  }
}

function checkTable(name: string, table: { auth: boolean } | null): void {
  if (table === null) throw refuse('unknown_auth_table', `There is no table "${name}" to create a token for.`)
  if (table.auth) return
  throw refuse(
    'table_without_auth',
    `Table "${name}" has no authentication.`,
    `Switch authentication on in the settings of table "${name}".`,
  )
}

function checkExpiration(seconds: number): void {
  if (Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= 1e11) return
  throw refuse('invalid_expiration', 'expiration must be a whole number of seconds; 0 means never.')
}

function refuse(reason: string, message: string, hint?: string): StackError {
  return new StackError('standard', reason, message, hint === undefined ? {} : { hint })
}
