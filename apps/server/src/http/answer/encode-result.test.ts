import { FileResource } from '@cairn/statements'
import { expect, test } from 'vitest'
import { encodeResult } from './encode-result.ts'

const json = 'application/json; charset=utf-8'
const file = new FileResource('a.csv', 'text/csv', Buffer.from('a,b'))

test.each([
  [{ a: [1, null] }, null, json, '{"a":[1,null]}'],
  [null, null, json, 'null'],
  ['text', null, json, '"text"'],
  ['<p>hi</p>', 'text/html', 'text/html', '<p>hi</p>'],
  ['text', 'application/json', 'application/json', '"text"'],
  ['text', 'application/problem+json', 'application/problem+json', '"text"'],
  [{ a: 1 }, 'text/html', 'text/html', '{"a":1}'],
  [file, null, 'text/csv', file.data],
  [file, 'text/plain', 'text/plain', file.data],
])('%o with type %s', (result, chosen, type, body) => expect(encodeResult(result, chosen)).toEqual({ type, body }))
