import { expect, test } from 'vitest'
import { applyRules, type Value } from '../../src/index.ts'
import { rules } from './field.ts'

test.each<[source: string, given: Value, value: Value]>([
  ['trim', ' a ', 'a'],
  ['lower', 'ÄB', 'äb'],
  ['upper', 'ab', 'AB'],
  ['trim|min:3', ' abc ', 'abc'],
  ['min:1|max:100', 100, 100],
  ['min:0.01', 0.01, 0.01],
  ['max:2', '😀😀', '😀😀'],
  ['min:2', [1, 2], [1, 2]],
  ['min:2', null, null],
  ['min:2', true, true],
  ['min:x', 'a', 'a'],
  ['startsWith:SKU-', 'SKU-1', 'SKU-1'],
  ['endsWith:.png', 'a.png', 'a.png'],
  ['prevent:admin', 'Admin', 'Admin'],
  ['alphaOk', 'abC', 'abC'],
  ['digitOk', '012', '012'],
  ['alphaOk|digitOk|ok:_', 'a_1', 'a_1'],
  ['ok:0123456789abcdef', 'beef', 'beef'],
  ['pattern:^[A-Z]{2}-\\d{4}$', 'AB-1234', 'AB-1234'],
  ['pattern:/^a+$/i', 'AAA', 'AAA'],
  ['min:8|minAlpha:1|minDigit:1', 'secret99', 'secret99'],
  ['minLowerAlpha:1|minUpperAlpha:1|minSymbol:1', 'aB!', 'aB!'],
  ['trim|alphaOk', 5, 5],
  ['@:dbo=36', 7, 7],
  ['toString|__proto__|constructor', 'a', 'a'],
])('%s lets %j through as %j', (source, given, value) => {
  expect(applyRules(rules(source), given, 'n')).toEqual(value)
})

test.each<[source: string, given: Value, message: string]>([
  ['min:3', 'ab', 'Input "n" must have at least 3 characters.'],
  ['max:1', '😀😀', 'Input "n" must have at most 1 character.'],
  ['min:1', 0, 'Input "n" must be at least 1.'],
  ['max:5', 6, 'Input "n" must be at most 5.'],
  ['max:1', [1, 2], 'Input "n" must have at most 1 item.'],
  ['startsWith:SKU-', 'sku-1', 'Input "n" must start with "SKU-".'],
  ['endsWith:.png', 'a.jpg', 'Input "n" must end with ".png".'],
  ['prevent:admin', 'an admin', 'Input "n" must not contain "admin".'],
  ['alphaOk', 'a1', 'Input "n" must not contain the character "1".'],
  ['digitOk', '１', 'Input "n" must not contain the character "１".'],
  ['alphaOk|digitOk|ok:_', 'a-1', 'Input "n" must not contain the character "-".'],
  ['ok:', 'a', 'Input "n" must not contain the character "a".'],
  ['pattern:^[0-9]+$', 'x', 'Input "n" must match its pattern.'],
  ['pattern:^[0-9]+$:Digits only', 'x', 'Digits only'],
  ['minAlpha:2', 'a1', 'Input "n" must have at least 2 letters.'],
  ['minLowerAlpha:1', 'A', 'Input "n" must have at least 1 lower-case letter.'],
  ['minUpperAlpha:1', 'a', 'Input "n" must have at least 1 upper-case letter.'],
  ['minDigit:1', 'a', 'Input "n" must have at least 1 digit.'],
  ['minSymbol:1', 'aé1 ', 'Input "n" must have at least 1 symbol.'],
])('%s refuses %j', (source, given, message) => {
  expect(() => applyRules(rules(source), given, 'n')).toThrow(
    expect.objectContaining({ type: 'inputerror', message, payload: { param: 'n' } }),
  )
})

test('a pattern that is none fails when it is used', () => {
  const broken = rules('pattern:(')
  expect(() => applyRules(broken, 'a', 'n')).toThrow('Invalid regular expression')
  expect(applyRules(broken, 5, 'n')).toBe(5)
})
