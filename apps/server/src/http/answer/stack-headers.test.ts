import { StackError } from '@cairn/statements'
import { expect, test } from 'vitest'
import { stackHeaders } from './stack-headers.ts'

test('the content type stands apart and framing is left out', () => {
  const headers: [string, string][] = [
    ['X-A', '1'],
    ['content-type', 'text/html'],
    ['Content-Length', '1'],
    ['Transfer-Encoding', 'chunked'],
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
  ]
  expect(stackHeaders(headers)).toEqual({
    type: 'text/html',
    list: ['X-A', '1', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'],
  })
})

test.each([
  ['X-A', 'a\r\nSet-Cookie: b'],
  ['X A', 'a'],
  ['', 'a'],
  ['X-A', '\u2028'],
])('%o: %o is refused', (name, value) => expect(() => stackHeaders([[name, value]])).toThrow(StackError))
