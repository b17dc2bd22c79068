import { expect, test } from 'vitest'
import { type FieldDefinition, parse, readObject, type Statement } from '../src/index.ts'

function read(field: string): { field: FieldDefinition | undefined; codes: string[] } {
  const { file } = parse(`function f {\n  input {\n    ${field}\n  }\n}`)
  const { object, diagnostics } = readObject(file.objects[0] as Statement)
  if (object.kind !== 'function') throw new Error('expected a function')
  return { field: object.inputs[0], codes: diagnostics.map(({ code }) => code) }
}

const PLAIN = {
  list: null,
  nullable: false,
  required: true,
  default: null,
  description: '',
  sensitive: false,
  visibility: 'public',
  rules: [],
  values: [],
  table: null,
  override: {},
  schema: [],
  size: null,
  disabled: false,
}

test.each<[string, object]>([
  ['text a', { name: 'a', type: 'text' }],
  ['text? a', { name: 'a', type: 'text', nullable: true }],
  ['text ?a', { name: 'a', type: 'text', nullable: true }],
  ['text a?', { name: 'a', type: 'text', required: false }],
  ['!text a', { name: 'a', type: 'text', disabled: true }],
  ['int[] a', { name: 'a', type: 'int', list: { min: null, max: null } }],
  ['int[1:5] a', { name: 'a', type: 'int', list: { min: 1, max: 5 } }],
  ['int[:5] a', { name: 'a', type: 'int', list: { min: null, max: 5 } }],
  ['text "content type"', { name: 'content type', type: 'text' }],
  ['text a filters=trim|min:3', { name: 'a', type: 'text', rules: [rule('trim'), rule('min', 3)] }],
  ['text a filters=pattern:"^a$":"no"', { name: 'a', type: 'text', rules: [rule('pattern', '^a$', 'no')] }],
  ['int a filters=min:-5', { name: 'a', type: 'int', rules: [rule('min', -5)] }],
  ['int a filters=@:dbo=36', { name: 'a', type: 'int' }],
  ['int a {\n table = "user"\n description = "who"\n }', { name: 'a', type: 'int', table: 'user', description: 'who' }],
  ['email a {\n sensitive = true\n }', { name: 'a', type: 'email', sensitive: true }],
  ['password a {\n visibility = "internal"\n }', { name: 'a', type: 'password', visibility: 'internal' }],
  ['enum a {\n values = ["x", "y"]\n }', { name: 'a', type: 'enum', values: ['x', 'y'] }],
  ['vector a {\n size = 768\n }', { name: 'a', type: 'vector', size: 768 }],
  [
    'dblink {\n table = "user"\n override = {role: {hidden: true}, name: {hidden: false}}\n }',
    { name: '', type: 'dblink', table: 'user', override: { role: { hidden: true }, name: { hidden: false } } },
  ],
  [
    'object a {\n schema {\n bool b?\n }\n }',
    { name: 'a', type: 'object', schema: [{ ...PLAIN, name: 'b', type: 'bool', required: false }] },
  ],
])('%s', (text, expected) => {
  expect(read(text)).toEqual({ field: { ...PLAIN, ...expected }, codes: [] })
})

test.each([
  ['timestamp a?=now', 'word', 'now'],
  ['text a?="x"', 'text', 'x'],
  ['text a?=draft', 'word', 'draft'],
  ['int a?=5', 'number', 5],
  ['bool a?=true', 'boolean', true],
])('the default of %s is a tree', (text, kind, value) => {
  expect(read(text).field?.default).toMatchObject({ kind, value })
})

test.each<[string, string, object]>([
  ['string a', 'unknown_field_type', { type: 'json' }],
  ['constructor a', 'unknown_field_type', { type: 'json' }],
  ['text a {\n sensitive = $x\n }', 'attribute_type', { sensitive: false }],
  ['text a {\n visibility = "secret"\n }', 'attribute_type', { visibility: 'internal' }],
  ['enum a {\n values = "x"\n }', 'attribute_type', { values: [] }],
  ['text a\n int a', 'duplicate_field', { type: 'text' }],
])('%s says %s', (text, code, expected) => {
  const { field, codes } = read(text)
  expect(codes).toEqual([code])
  expect(field).toMatchObject(expected)
})

function rule(name: string, ...args: unknown[]): object {
  return { name, args }
}
