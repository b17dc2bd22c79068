import type { FieldDefinition, FieldType } from '@cairn/language'
import { expect, test } from 'vitest'
import type { Value } from '../../src/index.ts'
import { field, now, outcome, read, rules, written } from './field.ts'

const shapes = {
  'text n': { nullable: false, required: true },
  'text? n': { nullable: true, required: true },
  'text n?': { nullable: false, required: false },
  'text? n?': { nullable: true, required: false },
} as const
type Shape = keyof typeof shapes

test.each<[given: string, Shape, raw: { n?: Value }, result: { n: Value } | string]>([
  ['"Alice"', 'text n', { n: 'Alice' }, { n: 'Alice' }],
  ['"Alice"', 'text? n', { n: 'Alice' }, { n: 'Alice' }],
  ['"Alice"', 'text n?', { n: 'Alice' }, { n: 'Alice' }],
  ['"Alice"', 'text? n?', { n: 'Alice' }, { n: 'Alice' }],
  ['""', 'text n', { n: '' }, 'Missing param: n'],
  ['""', 'text? n', { n: '' }, 'Missing param: n'],
  ['""', 'text n?', { n: '' }, { n: '' }],
  ['""', 'text? n?', { n: '' }, { n: '' }],
  ['null', 'text n', { n: null }, 'Missing param: n'],
  ['null', 'text? n', { n: null }, { n: null }],
  ['null', 'text n?', { n: null }, 'Input "n" must not be null. Leave it out instead.'],
  ['null', 'text? n?', { n: null }, { n: null }],
  ['nothing', 'text n', {}, 'Missing param: n'],
  ['nothing', 'text? n', {}, 'Missing param: n'],
  ['nothing', 'text n?', {}, { n: null }],
  ['nothing', 'text? n?', {}, { n: null }],
])('%s for `%s`', (_, shape, raw, result) => {
  expect(outcome([field('text', 'n', shapes[shape])], raw)).toEqual(result)
})

test('a missing input is 400 with its name as payload', () => {
  expect(() => read([field('email', 'email')], {})).toThrow(
    expect.objectContaining({
      type: 'inputerror',
      status: 400,
      code: 'ERROR_CODE_INPUT_ERROR',
      reason: 'missing_input',
      message: 'Missing param: email',
      payload: { param: 'email' },
    }),
  )
})

test('spaces are nothing once they are trimmed', () => {
  const trimmed = { rules: rules('trim') }
  expect(() => read([field('text', 'n', trimmed)], { n: '  ' })).toThrow('Missing param: n')
  expect(read([field('text', 'n', { ...trimmed, required: false })], { n: '  ' })).toEqual({ n: '' })
})

test.each<[given: Value, Partial<FieldDefinition>, result: { n: Value } | string]>([
  ['', { required: true }, 'Missing param: n'],
  [null, { required: true }, 'Missing param: n'],
  ['', { required: false }, { n: null }],
  ['', { required: false, default: written('7') }, { n: 7 }],
  [null, { required: false, nullable: true, default: written('7') }, { n: null }],
])('an empty form field for an int: %j', (given, options, result) => {
  expect(outcome([field('int', 'n', options)], { n: given })).toEqual(result)
})

test.each<[type: FieldType, source: string, value: Value]>([
  ['text', '"user"', 'user'],
  ['text', 'draft', 'draft'],
  ['text', '""', ''],
  ['int', '"-1"', -1],
  ['int', '""', null],
  ['bool', 'true', true],
  ['timestamp', 'now', now],
  ['timestamp', '"now"', now],
  ['timestamp', '"tomorrow"', now + 86_400_000],
  ['date', 'now', '2026-11-24'],
  ['json', '{}', {}],
  ['text', 'null', null],
])('what is left out of `%s n?=%s` is %j', (type, source, value) => {
  expect(read([field(type, 'n', { required: false, default: written(source) })], {})).toEqual({ n: value })
})

test('a default that is no value of its type is the fault of the input', () => {
  expect(() => read([field('int', 'n', { required: false, default: written('"many"') })], {})).toThrow(
    'Input "n" must be a whole number, not "many".',
  )
})

test.each<[type: FieldType, required: boolean, given: Value, result: { n: Value } | string]>([
  ['text', true, '', { n: '' }],
  ['text', true, null, 'Missing param: n'],
  ['text', false, null, { n: null }],
  ['json', true, null, { n: null }],
  ['int', true, null, 'Missing param: n'],
  ['int', true, '', 'Missing param: n'],
])('a stack may pass on to %s (required: %s) %j', (type, required, given, result) => {
  expect(outcome([field(type, 'n', { required })], { n: given }, { caller: 'stack' })).toEqual(result)
})

test('what is not declared is left out, and so is a disabled input', () => {
  const fields = [field('text', 'a'), field('text', 'b', { disabled: true })]
  expect(read(fields, { a: '1', b: '2', c: '3' })).toEqual({ a: '1' })
})
