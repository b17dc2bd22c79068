import { expect, test } from 'vitest'
import { requestId } from './request-id.ts'

test('an id from a proxy is kept', () => expect(requestId('req-12345678')).toBe('req-12345678'))

test.each([
  [undefined],
  ['short'],
  ['with space and more'],
  ['x\r\nSet-Cookie: a'],
  ['x'.repeat(65)],
  [['a1234567', 'b']],
])('%o is replaced by an id of our own', (given) => expect(requestId(given)).toMatch(/^[0-9a-f-]{36}$/))

test('no two requests get the same id', () => expect(requestId(undefined)).not.toBe(requestId(undefined)))
