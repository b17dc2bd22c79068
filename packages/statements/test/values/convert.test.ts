import { expect, test } from 'vitest'
import { toBool, toDecimal, toInt, toNumber, toText } from '../../src/values/convert.ts'
import type { Value } from '../../src/values/value.ts'

test.each<[Value, string]>([
  [null, ''],
  [true, 'true'],
  [12, '12'],
  [-0, '0'],
  [1.5, '1.5'],
  [0.1 + 0.2, '0.3'],
  [1 / 3, '0.33333333333333'],
  [100.25, '100.25'],
  [123456789.12345678, '123456789.12346'],
  [0.0001, '0.0001'],
  [0.00001, '1.0E-5'],
  [1.5e-7, '1.5E-7'],
  [1e25, '1.0E+25'],
  [123456789012345.6, '1.2345678901235E+14'],
  [-2.5e-9, '-2.5E-9'],
  [1692132330000, '1692132330000'],
  [2 ** 60, '1152921504606846976'],
  [Number.POSITIVE_INFINITY, 'INF'],
  [Number.NaN, 'NAN'],
])('the text of %j is %s', (value, text) => {
  expect(toText(value)).toBe(text)
})

test('a list or object has no text', () => {
  expect(() => toText([1])).toThrow('Variable is not text. Are you referencing a full object?')
  expect(() => toText({})).toThrow('Variable is not text. Are you referencing a full object?')
})

test.each<[Value, number]>([
  ['133.45 kg', 133],
  ['-7.9', -7],
  ['1e3', 1000],
  ['abc', 0],
  ['', 0],
  [null, 0],
  [true, 1],
  [2.99, 2],
  [-0.5, 0],
])('to int: %j is %j', (value, number) => {
  expect(toInt(value)).toBe(number)
})

test.each<[Value, number]>([
  ['133.45 kg', 133.45],
  ['.5', 0.5],
  [3, 3],
])('to decimal: %j is %j', (value, number) => {
  expect(toDecimal(value)).toBe(number)
})

test.each<[Value, number]>([
  [null, 0],
  [true, 1],
  [' 12 ', 12],
  ['1e2', 100],
])('arithmetic takes %j as %j', (value, number) => {
  expect(toNumber(value)).toBe(number)
})

test.each<[Value]>([['now'], ['5 apples'], [''], [[]], [{}]])('arithmetic refuses %j', (value) => {
  expect(() => toNumber(value)).toThrow('Not numeric.')
})

test.each<[Value, boolean]>([
  ['true', true],
  ['False', false],
  ['off', false],
  ['0', false],
  ['anything', true],
  [0, false],
  [[], false],
  [{ a: null }, true],
])('to bool: %j is %j', (value, bool) => {
  expect(toBool(value)).toBe(bool)
})
