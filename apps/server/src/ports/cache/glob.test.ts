import { expect, test } from 'vitest'
import { matchesGlob } from './glob.ts'

test.each([
  ['', '', true],
  ['', '*', true],
  ['a', '', false],
  ['user:1', '*', true],
  ['user:1', 'user:*', true],
  ['user:1', '*:1', true],
  ['user:1', '*:2', false],
  ['user:1', 'u*r:*', true],
  ['user:1', 'user:1*', true],
  ['user:1', 'user:?', true],
  ['user:12', 'user:?', false],
  ['hello', 'h[ae]llo', true],
  ['hillo', 'h[ae]llo', false],
  ['hbllo', 'h[a-c]llo', true],
  ['hbllo', 'h[c-a]llo', true],
  ['hdllo', 'h[a-c]llo', false],
  ['hdllo', 'h[^a-c]llo', true],
  ['hallo', 'h[^a-c]llo', false],
  ['a*b', 'a\\*b', true],
  ['axb', 'a\\*b', false],
  ['a]', 'a[\\]]', true],
  ['a.b', 'a.b', true],
  ['axb', 'a.b', false],
  ['(a+)', '(a+)', true],
  ['a\\', 'a\\', true],
])('%j matches %j: %s', (text, pattern, expected) => {
  expect(matchesGlob(text, pattern)).toBe(expected)
})

test('a pattern of many stars takes no longer than the text times the pattern', () => {
  const started = performance.now()
  expect(matchesGlob('a'.repeat(2000), `${'*a'.repeat(500)}*b`)).toBe(false)
  expect(performance.now() - started).toBeLessThan(2000)
})
