import { expect, test } from 'vitest'
import { createSingleUseCode, endSessions, isSessionValid, openSession, redeemCode } from '../src/index.ts'

test('a code works once', () => {
  const { code, stored } = createSingleUseCode(1000, 60)
  const used = redeemCode(code, stored, 1001)
  expect(used).toMatchObject({ usedAt: 1001 })
  expect(used && redeemCode(code, used, 1002)).toBeNull()
})

test.each([
  ['too late', (code: string) => [code, 1060] as const],
  ['an object', () => [{}, 1001] as const],
  ['another code', () => ['a'.repeat(43), 1001] as const],
  ['nothing', () => [undefined, 1001] as const],
])('a code does not work: %s', (_name, attempt) => {
  const { code, stored } = createSingleUseCode(1000, 60)
  const [given, now] = attempt(code)
  expect(redeemCode(given, stored, now)).toBeNull()
})

test('what is stored does not hold the secret', () => {
  const { token, session } = openSession({ id: 'u1', epoch: 0 }, 0, 100)
  expect(JSON.stringify(session)).not.toContain(token)
})

test('a session ends with time, with a password change, and is of one person', () => {
  const user = { id: 'u1', epoch: 3 }
  const { token, session } = openSession(user, 0, 100)
  expect(isSessionValid(token, session, user, 99)).toBe(true)
  expect(isSessionValid(token, session, user, 100)).toBe(false)
  expect(isSessionValid(token, session, endSessions(user), 1)).toBe(false)
  expect(isSessionValid(token, session, { id: 'u2', epoch: 3 }, 1)).toBe(false)
  expect(isSessionValid(`${token}x`, session, user, 1)).toBe(false)
})
