import { expect, test } from 'vitest'
import { parseJson } from './parse-json.ts'

const parse = (text: string) => parseJson(Buffer.from(text))

test.each([
  ['', {}],
  ['{"a":1}', { a: 1 }],
  ['[1,"é"]', [1, 'é']],
  ['\uFEFF{"a":null}', { a: null }],
  ['{"a":1,"a":2}', { a: 2 }],
])('%s', (text, value) => expect(parse(text)).toEqual(value))

test.each(['{', '{"a":}', "{'a':1}", 'undefined', '{"a":1}x', 'NaN'])('%s is not JSON', (text) => {
  expect(() => parse(text)).toThrow('Unable to decode input')
})

test('bytes that are not UTF-8 are refused', () => {
  expect(() => parseJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow('Unable to decode input')
})

test.each([
  ['lists', '['.repeat(10_000) + ']'.repeat(10_000)],
  ['objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
  ['lists after a text of brackets', `["${']'.repeat(5000)}\\"",${'['.repeat(600)}${']'.repeat(600)}]`],
])('10,000-deep %s are refused', (_, text) => expect(() => parse(text)).toThrow('nested more than 512 deep'))

test('brackets inside text and siblings are no depth', () => {
  expect(parse(JSON.stringify(['['.repeat(5000)]))).toEqual(['['.repeat(5000)])
  expect(parse(`[${Array(3000).fill('[]').join()}]`)).toHaveLength(3000)
})

test('__proto__ is an own key and no prototype', () => {
  const value = parse('{"__proto__":{"admin":true}}') as Record<string, unknown>
  expect(Object.hasOwn(value, '__proto__')).toBe(true)
  expect(value['admin']).toBeUndefined()
})
