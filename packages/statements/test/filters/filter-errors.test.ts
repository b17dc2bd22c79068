import { describe, expect, test } from 'vitest'
import { evaluateExample, smallContext } from './evaluate-example.ts'
import { StackError } from '../../src/values/error.ts'
import type { Value } from '../../src/values/value.ts'

function failure(expression: string, context = smallContext()): StackError {
  try {
    evaluateExample(expression, context)
  } catch (error) {
    if (error instanceof StackError) return error
    throw error
  }
  throw new Error(`${expression} did not fail.`)
}

describe('a value of the wrong type', () => {
  test.each([
    ['"a"|first', 'not_array', 'Variable is not an array.'],
    ['null|count', 'not_array', 'Variable is not an array.'],
    ['5|map:$$', 'not_array', 'Variable is not an array.'],
    ['{a: 1}|push:2', 'not_array', 'Variable is not an array.'],
    ['[1]|merge:2', 'not_array', 'Variable is not an array.'],
    ['5|in:6', 'not_array', 'Variable is not an array.'],
    ['"x"|pick:["a"]', 'not_array', 'Variable is not an array.'],
    ['["a"]|sum', 'not_numeric', 'Not numeric.'],
    ['"a"|add:1', 'not_numeric', 'Not numeric.'],
    ['[]|round', 'not_numeric', 'Not numeric.'],
    ['1|divide:0', 'division_by_zero', 'Division by zero.'],
    ['1|modulus:0', 'division_by_zero', 'Modulo by zero.'],
    ['-1|sqrt', 'no_number', 'sqrt of -1 has no result.'],
    ['0|ln', 'number_too_large', 'ln of 0 is too large.'],
    ['0|pow:-1', 'number_too_large', 'pow of 0 and -1 is too large.'],
    ['8|log:1', 'no_number', 'log of 8 and 1 has no result.'],
    ['[[1]]|join:","', 'not_text', 'Variable is not text. Are you referencing a full object?'],
    ['[1]|sort:"":color', 'invalid_argument', 'A list cannot be sorted as "color".'],
    ['"v"|fill:0:-1', 'invalid_argument', 'A list cannot have a negative length.'],
    ['["a"]|create_object:[]', 'length_mismatch', 'Keys and values must be equal in number.'],
    ['1|as:x', 'as_unavailable', 'The filter "as" is not available.'],
    ['1|lambda:"return 1"', 'lambda_misplaced', 'lambda cannot stand in an expression of each element.'],
  ])('%s: %s', (expression, reason, message) => {
    expect(failure(expression)).toMatchObject({ type: 'standard', reason, message })
  })
})

describe('what would be too large is refused before it is made', () => {
  test.each([
    ['null|range:1:1000000000000', 'array_too_long'],
    ['null|range:-9e15:9e15', 'array_too_long'],
    ['"x"|fill:0:1000000000000', 'array_too_long'],
    ['null|fill:1000000000:"x"', 'array_too_long'],
    ['(null|range:1:5)|push:6', 'array_too_long'],
    ['null|range:"1e400":"1e400"', 'number_too_large'],
    ['[[1, 2, 3], [4, 5, 6]]|flatten', 'array_too_long'],
    ['[1e308, 1e308]|sum', 'number_too_large'],
    ['(null|range:1:5)|merge:[6]', 'array_too_long'],
    ['["aaaa", "bbbb", "cccc"]|join:"----"', 'text_too_long'],
    ['1234567|number_format:20:".":"-----"', 'text_too_long'],
  ])('%s', (expression, reason) => {
    expect(failure(expression, smallContext({ maxArray: 5, maxText: 16 })).reason).toBe(reason)
  })

  test.each(['map:$$', 'filter:$$', 'reduce:$$', 'some:$$ > 9', 'sort', 'unique', 'sum', 'flatten', 'in:5', 'min'])(
    '%s counts its work: n elements are n at least',
    (filter) => {
      const context = smallContext()
      evaluateExample(`[1, 2, 3, 4, 5]|${filter}`, context)
      expect(context.spent).toBeGreaterThanOrEqual(5)
    },
  )
})

describe('keys that are names of a prototype are plain data', () => {
  test.each<[string, Value]>([
    ['{a: 1}|get:"__proto__"', null],
    ['{a: 1}|get:"constructor.name":"none"', 'none'],
    ['[1]|get:"length"', []],
    ['{}|has:"__proto__"', false],
    ['{}|set:"constructor.prototype.x":1', { constructor: { prototype: { x: 1 } } }],
    ['{}|set:"__proto__.polluted":1|keys', ['__proto__']],
    ['{}|set:"__proto__.polluted":1|get:"polluted"', null],
    ['1|fill_keys:["__proto__"]|entries', [{ key: '__proto__', value: 1 }]],
    ['["__proto__"]|create_object:[{polluted: 1}]|get:"polluted"', null],
    ['[{key: "__proto__", value: {polluted: 1}}]|create_object_from_entries|get:"polluted"', null],
    ['[{g: "__proto__"}]|index_by:g|keys', ['__proto__']],
    ['({}|set:"__proto__":{polluted: 1})|merge:{a: 1}|get:"polluted"', null],
    ['{a: 1}|merge:({}|set:"__proto__":{polluted: 1})|keys', ['a', '__proto__']],
    ['{a: 1}|merge_recursive:({}|set:"__proto__":{polluted: 1})|get:"polluted"', null],
    ['({}|set:"__proto__":1)|map:$$ + 1|entries', [{ key: '__proto__', value: 2 }]],
    ['({}|set:"__proto__":1)|unset:"__proto__"|keys', []],
    ['({}|set:"__proto__":1)|pick:["__proto__"]|keys', ['__proto__']],
    ['["a"]|unpick:["constructor"]', ['a']],
  ])('%s', (expression, expected) => {
    expect(evaluateExample(expression)).toEqual(expected)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

test.each(['unique', 'diff:[]', 'intersect:[1]', 'pick:["a"]', 'unpick:["a"]', 'flatten'])(
  '%s of a list that doubles at every level ends with the budget',
  (filter) => {
    let left = 10_000
    const spend = (amount: number): void => {
      left -= amount
      if (!(left >= 0)) throw new StackError('standard', 'deadline_exceeded', 'Too much work.')
    }
    const doubled = '(null|range:1:60)|reduce:[$result, $result]:[1]'
    expect(failure(`[${doubled}]|${filter}`, { ...smallContext(), spend }).reason).toBe('deadline_exceeded')
  },
)

test.each([
  '[((null|range:1:2000)|reduce:[$result]:1)]|unique',
  '((null|range:1:2000)|reduce:[$result]:1)|pick:["a"]',
  '((null|range:1:2000)|reduce:{a: $result}:1)|merge_recursive:((null|range:1:2000)|reduce:{a: $result}:2)',
])('%s nests too deep', (expression) => {
  expect(failure(expression).reason).toBe('too_deep')
})

test('shuffle takes its randomness from the port', () => {
  expect(evaluateExample('[1, 2, 3]|shuffle')).toEqual([2, 3, 1])
})
