import { expect, test } from 'vitest'
import { literalValue, parseExpression } from '../src/index.ts'

test.each<[string, unknown]>([
  ['"a"', 'a'],
  ['1.50', 1.5],
  ['-1', -1],
  ['+1', 1],
  ['true', true],
  ['null', null],
  ['GET', 'GET'],
  ['2026-07-18 00:00:00+0000', '2026-07-18 00:00:00+0000'],
  ['(5)', 5],
  ['`5`', 5],
  ['!int 5', 5],
  ['[1, [2], ...[3]]', [1, [2], 3]],
  ['{a: 1, "b c": {d: null}, !e: 2}', { a: 1, 'b c': { d: null } }],
  ['{"$ref": 1}', { $ref: 1 }],
  ['{__proto__: 1}', Object.fromEntries([['__proto__', 1]])],
])('%s is %o', (text, value) => {
  expect(literalValue(parseExpression(text).expression)).toEqual({ known: true, value })
})

test.each([
  'now',
  '$a',
  '1 + 1',
  '"a"|to_upper',
  '!true',
  '-"a"',
  '[1, $a]',
  '{a: $a}',
  '{$a: 1}',
  '[...5]',
  '{...[1]}',
  ')',
])('%s is not known before a run', (text) => {
  expect(literalValue(parseExpression(text).expression)).toEqual({ known: false, value: null })
})
