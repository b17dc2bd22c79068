import { expect, test } from 'vitest'
import { figuresOf, reachedOf, reachedText } from './coverage.ts'
import type { TestsAnswer } from './tests-store.ts'

const answer: TestsAnswer = {
  diagnostics: [],
  seconds: 0.1,
  tests: ['small', 'large'].map((name) => {
    return { object: 'function f', own: true, kind: 'unit', name, status: 'passed', message: '' }
  }),
  coverage: {
    statements: { ran: 2, of: 3 },
    branches: { ran: 1, of: 2 },
    places: [
      { address: 'stack.0', clause: null, tests: [0, 1] },
      { address: 'stack.1', clause: null, tests: [1] },
      { address: 'stack.1.then.0', clause: null, tests: [] },
      { address: 'stack.1.then', clause: 'if', tests: [] },
      { address: 'stack.1.otherwise', clause: 'else', tests: [] },
    ],
  },
}

test.each([
  ['stack.0', 'Run by 2 tests: "small", "large"'],
  ['stack.1', 'Run by the test "large". No test passes it by without running a block'],
  ['stack.1.then', 'No test runs this'],
])('%s: %s', (address, text) => {
  expect(reachedText(reachedOf(answer).get(address)!)).toBe(text)
})

test('a way past blocks is told at their statement', () => {
  expect([...reachedOf(answer).keys()]).toEqual(['stack.0', 'stack.1', 'stack.1.then.0', 'stack.1.then'])
})

test('the figures of all', () => {
  expect(figuresOf(answer)).toBe('2 of 3 statements, 1 of 2 branches')
})
