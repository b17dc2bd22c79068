import { createSecretCode, matchesCode } from './secret-code.ts'

/** A signed-in editor. `epoch` is the person's at sign-in; a password change raises theirs and ends the session. */
export interface EditorSession {
  hash: string
  userId: string
  epoch: number
  expiresAt: number
}

export interface SessionUser {
  id: string
  epoch: number
}

/** A new session of `lifetime` milliseconds; `token` goes into the cookie, `session` is stored. */
export function openSession(
  user: SessionUser,
  now: number,
  lifetime: number,
): { token: string; session: EditorSession } {
  const { code, hash } = createSecretCode()
  return { token: code, session: { hash, userId: user.id, epoch: user.epoch, expiresAt: now + lifetime } }
}

/** Whether a token opens a stored session of this person now. */
export function isSessionValid(token: unknown, session: EditorSession, user: SessionUser, now: number): boolean {
  if (session.userId !== user.id || session.epoch !== user.epoch || now >= session.expiresAt) return false
  return matchesCode(token, session.hash)
}

/** The person after a password change: every session opened before is over. */
export function endSessions<User extends SessionUser>(user: User): User {
  return { ...user, epoch: user.epoch + 1 }
}
