import { describe, expect, test } from 'vitest'
import { Code, commas, js, literalCode, objectCode } from '../src/index.ts'

// eslint-disable-next-line no-new-func, typescript/no-implied-eval
const evaluate = (code: Code): unknown => new Function(`"use strict"; return (${code.toString()})`)()

const hostile = [
  '"',
  "'",
  '`',
  '${process.exit()}',
  '*/',
  '</script>',
  '\\',
  '\\"',
  '\n',
  '\r\n',
  '\u2028',
  '\u2029',
  '\0',
  'constructor',
  '__proto__',
  '") ; throw 1 //',
]

describe('a literal evaluates to the data it was made from', () => {
  test.each(hostile)('text and key %j', (text) => {
    const data = JSON.parse(`{${JSON.stringify(text)}: [${JSON.stringify(text)}, null, true, 1.5]}`) as unknown
    const result = evaluate(literalCode(data))
    expect(JSON.stringify(result)).toBe(JSON.stringify(data))
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype)
    expect(Object.keys(result as object)).toEqual([text])
  })

  test.each([0, -1, 1e21, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN])('number %s', (number) => {
    expect(evaluate(literalCode(number))).toBe(number)
  })

  test.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
  ])('%s is refused', (_, value) => {
    expect(() => literalCode(value)).toThrow('Only plain data has a literal.')
  })
})

test('an object literal of code keeps a key __proto__ as an own member', () => {
  const result = evaluate(objectCode([['__proto__', js`{polluted: ${literalCode(true)}}`]])) as { polluted?: boolean }
  expect(Object.hasOwn(result, '__proto__')).toBe(true)
  expect(result.polluted).toBeUndefined()
})

describe('a template takes only code and whole numbers', () => {
  test('and joins them', () => {
    expect(js`f${3}(${commas([js`v${0}`, literalCode('a')])})`.toString()).toBe('f3(v0, "a")')
  })

  test.each([
    ['text', 'v0'],
    ['a decimal', 1.5],
    ['a negative number', -1],
    ['an object', { toString: () => 'v0' }],
  ])('%s is refused', (_, part) => {
    expect(() => js`${part as never}`).toThrow('Only code and whole numbers may stand in code.')
  })

  test('text that is no template is refused', () => {
    expect(() => js(['alert(1)'] as never)).toThrow('template literals only')
  })
})
