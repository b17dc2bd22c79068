import type { TokenClaims } from '@cairn/auth'
import { Refusal } from '../refusal.ts'
import type { EditorServing } from '../serving.ts'

/** Seconds that a token of the debugger lives. */
const TOKEN_LIFE = 15 * 60

/** Which row a token is for. */
export interface RowPlace {
  workspace: number
  /** Whose row it is to be; the live one when left out. */
  branch?: string | undefined
  table: string
  id: number | string
  datasource: string
}

/**
 * Makes a token of the debugger for a row of an auth table, without extras: no login or signup stack runs for it.
 * `unknown_row` when there is none, `unknown_auth_table` and `table_without_auth` as for any token.
 */
export async function retrieveToken(
  serving: Pick<EditorServing, 'tokens' | 'ports'>,
  { workspace, branch, table, id, datasource }: RowPlace,
): Promise<{ token: string; claims: TokenClaims }> {
  const { issue, read } = await serving.tokens(workspace)
  const token = await issue({ table, id, datasource, extras: {}, expiration: TOKEN_LIFE, debugger: true })
  const request = { id: 'editor', signal: AbortSignal.timeout(10_000) }
  const { db } = await serving.ports(workspace, datasource, request, branch)
  const plan = { kind: 'has' as const, table, field: 'id', output: null, addons: [], lock: false }
  if ((await db.record(plan, id)) !== true) {
    throw new Refusal(404, 'unknown_row', `Table "${table}" has no row ${id} on the datasource "${datasource}".`)
  }
  return { token, claims: await read(token) }
}
