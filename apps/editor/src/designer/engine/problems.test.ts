import { catalogue, filters } from '@cairn/statements'
import { expect, test } from 'vitest'
import { deriveDefinitions } from '../../definitions/derive-definitions.ts'
import { catalogueOf } from '../../definitions/catalogue-of.ts'
import { readDocument } from './document.ts'
import { problemsOf } from './problems.ts'

const known = catalogueOf(deriveDefinitions(catalogue, filters))
const problems = (stack: string, unfinished: Record<string, string> = {}) =>
  problemsOf(readDocument(`function f {\nstack {\n${stack}\n}\n}`), unfinished, known).map(({ address, message }) => [
    address,
    message,
  ])

test.each([
  ['var $a {\nvalue = 1\n}', []],
  ['precondition () {\n}', [['stack.0', 'Precondition: Condition is missing.']]],
  ['conditional {\nif () {\n}\n}', [['stack.0.then', 'The condition is missing.']]],
  [
    'db.get "" {\nfield_value = 1\n}',
    [
      ['stack.0', 'Get record: Table is missing.'],
      ['stack.0', 'Get record: Field is missing.'],
    ],
  ],
  ['!precondition () {\n}', [['stack.0', 'Expected a value but found `)`.']]],
  ['no.such {\n}', [['stack.0', 'There is no statement “no.such”.']]],
  ['debug.stop\nvar $a {\nvalue = 1 +\n}', [['stack.1', expect.stringContaining('Expected')]]],
])('the problems of %j', (stack, expected) => {
  expect(problems(stack)).toEqual(expected)
})

test('what is half typed in a field is a problem of its statement', () => {
  expect(problems('debug.stop', { 'stack.0/value': '"""' })).toEqual([
    ['stack.0', 'Stop and debug, Value: “"""” can not be read yet.'],
  ])
})

test('a text without an object says what can not be read', () => {
  expect(problemsOf(readDocument('{'), {}, known).length).toBeGreaterThan(0)
})
