import { StackError } from '@cairn/statements'
import type { AuthIdentity } from '@cairn/runtime'
import { expect, test } from 'vitest'
import { authenticate, presentedToken } from './authenticate.ts'

const ada: AuthIdentity = { table: 'user', id: 1, extras: {} }
const verify = (token: string) => {
  if (token === 'ada') return ada
  throw new StackError('unauthorized', 'invalid_token', 'Invalid token')
}

test.each([
  [{}, null],
  [{ authorization: 'Bearer t' }, 't'],
  [{ authorization: 'bearer   t ' }, 't'],
  [{ authorization: 'Basic dTpw' }, null],
  [{ authorization: 't' }, null],
  [{ authorization: 'Bearer t', 'x-xano-authorization': 'Bearer x' }, 't'],
  [{ authorization: 'Bearer t', 'x-xano-authorization-only': 'true' }, null],
  [{ authorization: 'Bearer t', 'x-xano-authorization-only': 'false', 'x-xano-authorization': 'Bearer x' }, 't'],
  [{ authorization: 'Bearer t', 'x-xano-authorization-only': 'TRUE', 'x-xano-authorization': 'Bearer x' }, 'x'],
])('%o presents %s', (headers, token) => expect(presentedToken(headers)).toBe(token))

test.each([
  ['no token, public', null, null, null],
  ['own token, public', 'ada', null, null],
  ['own token, its table', 'ada', 'user', ada],
])('%s', (_, token, table, identity) => expect(authenticate(token, table, 'live', verify)).toBe(identity))

test.each([
  ['no token, private', null, 'user', 'Unauthorized - Authentication Required'],
  ['foreign token, public', 'foreign', null, 'Invalid token'],
  ['foreign token, private', 'foreign', 'user', 'Invalid token'],
  ['token of another table', 'ada', 'admin', 'Invalid token'],
])('%s is refused', (_, token, table, message) => {
  expect(() => authenticate(token, table, 'live', verify)).toThrow(message)
})
