import { expect, test } from 'vitest'
import type { BinaryOperator } from '@cairn/language'
import { evaluateOperator, patternMatch, unaryOperators } from '../../src/operators/operators.ts'
import type { Value } from '../../src/values/value.ts'

test.each<[Value, BinaryOperator, Value, Value]>([
  [1, '+', '2', 3],
  [null, '+', 1, 1],
  [10, '-', 4.5, 5.5],
  ['3', '*', 4, 12],
  [7, '/', 2, 3.5],
  [-7, '%', 3, -1],
  [7.9, '%', 2.9, 1],
  [-7.9, '%', 4, -3],
  ['a', '~', 1, 'a1'],
  [null, '~', 'b', 'b'],
  [1, '&&', 'x', true],
  [1, '&&', '0', false],
  [0, '||', 10, 10],
  ['a', '||', 10, 'a'],
  [null, '??', 5, 5],
  [0, '??', 5, 0],
  [0, '?:', 5, 5],
  ['1', '==', 1, true],
  ['abc', '!=', 0, true],
  ['1', '===', 1, false],
  ['1', '!==', 1, true],
  [2, '<', '10', true],
  ['b', '>=', 'a', true],
  [{ a: 1 }, '<=', { b: 1 }, false],
  [2, 'in', [1, '2'], true],
  [2, 'not in', [1, 3], true],
  [2, 'in', null, false],
  [[1, 2, 3], 'contains', 2, true],
  [[1, 2, 3], 'contains', [1, 4], false],
  [{ a: 1, b: { c: 2, d: 3 } }, '@>', { b: { c: 2 } }, true],
  [{ a: 1 }, '@>', { a: 2 }, false],
  [[1], 'not contains', 2, true],
  ['Epic Battle', 'includes', 'battle', true],
  ['Epic Battle', 'not includes', 'x', true],
  [[1, 2], 'overlaps', [2, 3], true],
  [[1, 2], 'not overlaps', [3], true],
  ['Report 10%', 'like', 'report%', true],
  ['Report 10%', 'like', '%10\\%', true],
  ['Report 10', 'like', '%10\\%', false],
  ['cat', 'ilike', 'C_T', true],
  ['cat', 'not like', 'c', true],
  ['cart', 'not ilike', 'c_t', true],
  [5, 'between', [5, 10], true],
  [11, 'not between', [5, 10], true],
  ['SKU-12', '!~', '^SKU-[0-9]+$', false],
  ['the quick brown fox', 'search', 'Fox quick', true],
  ['the quick brown fox', 'search', 'fo', false],
  [5, '>=?', null, true],
  [5, '>=?', 6, false],
  ['x', 'not in?', null, true],
])('%j %s %j is %j', (left, operator, right, result) => {
  expect(evaluateOperator(operator, left, right)).toEqual(result)
})

test.each<[Value, BinaryOperator, Value, string]>([
  ['now', '+', 604800000, 'Not numeric.'],
  [[1], '*', 2, 'Not numeric.'],
  [1, '/', 0, 'Division by zero.'],
  [1, '%', 0, 'Modulo by zero.'],
  ['a', '~', { b: 1 }, 'Variable is not text. Are you referencing a full object?'],
  [1, 'overlaps', [1], 'Variable is not an array.'],
  [1, 'between', 5, 'between needs two bounds.'],
])('%j %s %j fails: %s', (left, operator, right, message) => {
  expect(() => evaluateOperator(operator, left, right)).toThrow(message)
})

test('one-sided operators', () => {
  expect(unaryOperators['!'].evaluate('0')).toBe(true)
  expect(unaryOperators['-'].evaluate('5')).toBe(-5)
  expect(unaryOperators['-'].evaluate(0)).toBe(0)
  expect(unaryOperators['+'].evaluate('5')).toBe(5)
})

test.each<[string, string, boolean]>([
  ['SKU-12', '^SKU-[0-9]+$', true],
  ['Hello', '/^hello$/i', true],
  ['a\nb', '/^b$/m', true],
  ['a\nb', '/a.b/s', true],
  ['ab', '/a  b # two letters/x', true],
  ['a b', '/a[ ]b/x', true],
  ['a/b', '#^a/b$#', true],
  ['me@example.com', '@example.com', true],
  ['@a@b', '@a@b', true],
  ['été', '/^\\w+$/', false],
])('%j ~ %s is %j', (text, pattern, matches) => {
  expect(patternMatch.evaluate(text, pattern)).toBe(matches)
})

test.each([['(?=a)'], ['(a)\\1'], ['/a/q'], ['(']])('the pattern %s is refused by name', (pattern) => {
  expect(() => patternMatch.evaluate('a', pattern)).toThrow('Invalid regular expression')
})

test('a catastrophic pattern and a catastrophic like finish', () => {
  const started = performance.now()
  expect(patternMatch.evaluate(`${'a'.repeat(2000)}!`, '/^(a+)+$/')).toBe(false)
  expect(evaluateOperator('like', 'a'.repeat(2000), `${'%a'.repeat(50)}b`)).toBe(false)
  expect(performance.now() - started).toBeLessThan(2000)
})
