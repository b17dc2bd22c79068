import type { Role, Route } from '@cairn/contract'
import type { Session, User, WorkspaceStore } from '@cairn/workspace'
import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'
import { hashSecret, readSessionCookie } from './session-cookie.ts'

/** Who calls: a signed-in browser, or a program with an access token. Never both. */
export type Caller =
  | { user: User; session: Session; token: null }
  | { user: User; session: null; token: { workspaceId: number; role: Role } }

/** Null for nobody. A header that names a token decides alone: a cookie beside it is not looked at. */
export async function findCaller(
  { accounts, accessTokens }: Pick<WorkspaceStore, 'accounts' | 'accessTokens'>,
  route: Route,
  { headers }: IncomingMessage,
): Promise<Caller | null> {
  if (headers.authorization !== undefined) {
    const secret = /^Bearer ([\w-]{43})$/.exec(headers.authorization)?.[1]
    const found = secret === undefined ? null : await accessTokens.find(hashSecret(secret))
    if (found === null) throw new Refusal(401, 'token_invalid', 'This access token is unknown, revoked or expired.')
    refuseToken(route)
    const { user, workspaceId, role } = found
    return { user, session: null, token: { workspaceId, role } }
  }
  const secret = readSessionCookie(headers.cookie)
  const found = secret === null ? null : await accounts.sessionByToken(hashSecret(secret))
  return found === null ? null : { ...found, token: null }
}

/** A token is for one workspace; accounts, passwords and further tokens are for people. */
function refuseToken({ role, sessionOnly }: Route): void {
  if (role !== undefined && sessionOnly !== true) return
  throw new Refusal(403, 'session_only', 'An access token does not open this. Sign in with a browser.')
}
