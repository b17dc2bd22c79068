import type { User } from '@cairn/workspace'
import type { Attempts } from './attempts.ts'
import type { EditorWorld, Request } from './handlers.ts'
import { Refusal } from './refusal.ts'
import { hashSecret, randomSecret, SESSION_SECONDS } from './session-cookie.ts'

/** Counts a try; refused when there were too many. */
export const takeAttempt = (attempts: Attempts, key: string): void => {
  const seconds = attempts.take(key)
  if (seconds === 0) return
  const message = `Too many attempts. Try again in ${seconds} seconds.`
  throw new Refusal(429, 'too_many_attempts', message, { 'retry-after': String(seconds) })
}

/** Signs a browser in. */
export const openSession = async ({ store, clock }: EditorWorld, request: Request, user: User): Promise<void> => {
  const secret = randomSecret()
  const expiresAt = new Date(clock.now().getTime() + SESSION_SECONDS * 1000)
  const userAgent = request.userAgent.slice(0, 300)
  await store.accounts.createSession({ tokenHash: hashSecret(secret), userId: user.id, userAgent, expiresAt })
  request.setCookie(secret)
}

/** Costs as much time where there is no user. */
export const passwordMatches = async (world: EditorWorld, password: string, user: User | null): Promise<boolean> => {
  const matches = await world.passwords.verify(password, user?.passwordHash ?? world.decoy)
  return matches && user !== null
}
