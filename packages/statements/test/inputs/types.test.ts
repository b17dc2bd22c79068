import type { FieldDefinition, FieldType } from '@cairn/language'
import { expect, test } from 'vitest'
import { FileResource, convertValue, type Value } from '../../src/index.ts'
import { field, now, read, rules } from './field.ts'

const upload = new FileResource('a.txt', 'text/plain', new Uint8Array([1]))
const point = { type: 'point', data: { lng: 13.4, lat: 52.5 } }
const day = Date.parse('2026-01-31T00:00:00Z')

test.each<[type: FieldType, given: Value, value: Value]>([
  ['int', 12, 12],
  ['int', '12', 12],
  ['int', ' -7 ', -7],
  ['int', 3.0, 3],
  ['int', '1e3', 1000],
  ['int', true, 1],
  ['int', -0, 0],
  ['decimal', '1.5', 1.5],
  ['decimal', 2, 2],
  ['text', 12, '12'],
  ['text', 1.5, '1.5'],
  ['text', true, 'true'],
  ['text', ' as is ', ' as is '],
  ['password', 1234, '1234'],
  ['bool', 'true', true],
  ['bool', 'FALSE', false],
  ['bool', '1', true],
  ['bool', 0, false],
  ['bool', 'on', true],
  ['email', 'ann@example.com', 'ann@example.com'],
  ['email', 'ann+x@mail.example.co.uk', 'ann+x@mail.example.co.uk'],
  ['uuid', '123E4567-e89b-12d3-a456-426614174000', '123E4567-e89b-12d3-a456-426614174000'],
  ['timestamp', 1_700_000_000_000, 1_700_000_000_000],
  ['timestamp', '1700000000000', 1_700_000_000_000],
  ['timestamp', '2026-01-31', day],
  ['timestamp', '2026-01-31T00:00:00', day],
  ['timestamp', '2026-01-31 01:00:00+01:00', day],
  ['timestamp', 'now', now],
  ['timestamp', 'tomorrow', now + 86_400_000],
  ['date', '2026-01-31', '2026-01-31'],
  ['date', '2026-01-31T23:30:00-05:00', '2026-02-01'],
  ['date', day, '2026-01-31'],
  ['enum', 'open', 'open'],
  ['json', '{"a":1}', '{"a":1}'],
  ['json', { a: [1, null] }, { a: [1, null] }],
  ['object', { a: 1 }, { a: 1 }],
  ['object', [[1, 2]], [[1, 2]]],
  ['vector', [0.5, 1], [0.5, 1]],
  ['file', upload, upload],
  ['image', upload, upload],
  ['geo_point', point, point],
  ['geo_point', { type: 'Point', coordinates: [13.4, 52.5] }, point],
  ['geo_linestring', { type: 'linestring', data: [point.data] }, { type: 'linestring', data: [point.data] }],
])('%s takes %j', (type, given, value) => {
  expect(read([field(type, 'n', { values: ['open', 'closed'], size: 2 })], { n: given })).toEqual({ n: value })
})

test.each<[type: FieldType, given: Value, message: string]>([
  ['int', 3.5, 'Input "n" must be a whole number, not "3.5".'],
  ['int', 'abc', 'Input "n" must be a whole number, not "abc".'],
  ['int', '12abc', 'Input "n" must be a whole number'],
  ['int', 2 ** 53, 'Input "n" must be a whole number between -(2^53 - 1) and 2^53 - 1'],
  ['int', [1], 'Input "n" must be a whole number.'],
  ['decimal', 'Infinity', 'Input "n" must be a number'],
  ['decimal', '1e999', 'Input "n" must be a number'],
  ['text', {}, 'Input "n" must be text.'],
  ['text', ['a'], 'Input "n" must be text.'],
  ['text', upload, 'Input "n" must be text.'],
  ['password', { code: {} }, 'Input "n" must be text.'],
  ['email', ['a@b.co'], 'Input "n" must be text.'],
  ['bool', 'perhaps', 'Input "n" must be true or false, not "perhaps".'],
  ['bool', 2, 'Input "n" must be true or false'],
  ['email', 'ann', 'Input "n" must be an e-mail address, not "ann".'],
  ['email', 'ann@example', 'Input "n" must be an e-mail address'],
  ['email', 'a b@example.com', 'Input "n" must be an e-mail address'],
  ['email', 'a@b.com\n', 'Input "n" must be an e-mail address'],
  ['email', `${'a'.repeat(300)}@example.com`, 'Input "n" must be an e-mail address'],
  ['uuid', 'no', 'Input "n" must be a UUID, not "no".'],
  ['timestamp', 'whenever', 'Input "n" must be a time, not "whenever".'],
  ['timestamp', 9e15, 'Input "n" must be a time'],
  ['timestamp', '2026-13-40', 'Input "n" must be a time'],
  ['date', '2026-02-30', 'Input "n" must be an existing date, not "2026-02-30".'],
  ['date', 'x', 'Input "n" must be a date like 2026-01-31, not "x".'],
  ['enum', 'Open', 'Open is not one of the allowable values.'],
  ['enum', ['open'], 'Input "n" must be one of its values.'],
  ['object', 'text', 'Input "n" must be an object, not "text".'],
  ['object', upload, 'Input "n" must be an object.'],
  ['vector', [1], 'Input "n" must be a list of 2 numbers.'],
  ['vector', [1, '2'], 'Input "n" must be a list of 2 numbers.'],
  ['file', 'text', 'Input "n" must be an uploaded file'],
  ['geo_point', { type: 'point', data: { lng: 200, lat: 0 } }, 'Input "n" must be a point'],
  ['geo_polygon', point, 'Input "n" must be a polygon'],
])('%s refuses %j', (type, given, message) => {
  expect(() => read([field(type, 'n', { values: ['open', 'closed'], size: 2 })], { n: given })).toThrow(message)
})

test('a long value is not sent back whole', () => {
  expect(() => read([field('int', 'n')], { n: 'x'.repeat(1e6) })).toThrow(`not "${'x'.repeat(40)}…"`)
})

test('rules come before the format: a trimmed, lowered address is one', () => {
  expect(read([field('email', 'n', { rules: rules('trim|lower') })], { n: ' Ann@Example.com ' })).toEqual({
    n: 'ann@example.com',
  })
  expect(read([field('enum', 'n', { values: ['open'], rules: rules('trim|lower') })], { n: ' Open' })).toEqual({
    n: 'open',
  })
})

const address: Partial<FieldDefinition> = {
  schema: [field('text', 'street'), field('text', 'country', { required: false })],
}
const strings = { list: { min: null, max: null } }

test.each<[what: string, FieldDefinition, given: Value, value: Value]>([
  ['members of a schema alone', field('object', 'n', address), { street: 'A', x: 1 }, { street: 'A', country: null }],
  ['a list', field('text', 'n', strings), ['a', 1], ['a', '1']],
  ['an empty list', field('text', 'n', strings), [], []],
  ['a single value as a list of one', field('int', 'n', strings), '5', [5]],
  ['null among the items', field('int', 'n', strings), [1, null, 2], [1, null, 2]],
  ['rules for each item', field('text', 'n', { ...strings, rules: rules('trim|lower') }), [' A ', 'b'], ['a', 'b']],
  [
    'a list of objects',
    field('object', 'n', { ...address, ...strings }),
    [{ street: 'A' }],
    [{ street: 'A', country: null }],
  ],
  ['a list of files', field('file', 'n', strings), [upload], [upload]],
])('%s', (_, definition, given, value) => {
  expect(read([definition], { n: given })).toEqual({ n: value })
})

test.each<[what: string, FieldDefinition, given: Value, message: string, param: string]>([
  ['a member', field('object', 'n', address), {}, 'Missing param: n.street', 'n.street'],
  ['an item', field('int', 'n', strings), [1, 'x'], 'Input "n[1]" must be a whole number, not "x".', 'n[1]'],
  [
    'a member of an item',
    field('object', 'n', { ...address, ...strings }),
    [{ street: 'A' }, {}],
    'Missing param: n[1].street',
    'n[1].street',
  ],
  ['too few items', field('int', 'n', { list: { min: 1, max: 2 } }), [], 'Input "n" must have at least 1 item.', 'n'],
  [
    'too many items',
    field('int', 'n', { list: { min: 1, max: 2 } }),
    [1, 2, 3],
    'Input "n" must have at most 2 items.',
    'n',
  ],
  [
    'an item below min',
    field('int', 'n', { list: { min: 1, max: 9 }, rules: rules('min:0') }),
    [1, -1],
    'Input "n[1]" must be at least 0.',
    'n[1]',
  ],
  [
    'min of a list without bounds',
    field('text', 'n', { ...strings, rules: rules('min:2') }),
    ['abc'],
    'Input "n" must have at least 2 items.',
    'n',
  ],
  ['a list of lists', field('text', 'n', strings), [['a']], 'Input "n[0]" must be text.', 'n[0]'],
])('a refusal names its place: %s', (_, definition, given, message, param) => {
  expect(() => read([definition], { n: given })).toThrow(expect.objectContaining({ message, payload: { param } }))
})

test('a column converts with the same rules', () => {
  const time = { now, parse: () => null }
  expect(convertValue('int', '12', 'age', time)).toBe(12)
  expect(convertValue('int', '', 'age', time)).toBeNull()
  expect(convertValue('text', '', 'name', time)).toBe('')
  expect(convertValue('enum', 'a', 'kind', time, { values: ['a'], size: null })).toBe('a')
  expect(() => convertValue('email', 'x', 'email', time)).toThrow('Input "email" must be an e-mail address, not "x".')
})
