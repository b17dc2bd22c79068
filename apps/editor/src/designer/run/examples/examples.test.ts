import { parse, type Field } from '@cairn/language'
import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../engine/commands/fields.ts'
import { recordedInput } from './recorded-input.ts'
import { operationExample, schemaExample } from './schema-example.ts'

const fields = (lines: string): Field[] => {
  const [object] = parse(`function f {\ninput {\n${lines}\n}\n}`).file.objects
  return object?.kind === 'statement' ? fieldsOf(object, 'input') : []
}

test.each([
  [{ type: 'string', default: 'new' }, 'new'],
  [{ type: 'string', enum: ['a', 'b'] }, 'a'],
  [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, 1],
  [{ type: 'string', format: 'email' }, 'ada@example.com'],
  [{ type: ['integer', 'string'] }, '2026-01-01T12:00:00Z'],
  [{ type: 'array', items: { type: 'number' }, minItems: 2 }, [1.5, 1.5]],
  [{ type: 'object', properties: { a: { type: 'boolean' }, b: { type: 'string', format: 'binary' } } }, { a: true }],
  [{}, {}],
])('an example of %j', (schema, expected) => expect(schemaExample(schema)).toEqual(expected))

test('an operation has its path, its query and its body in one input', () => {
  const facts = { summary: '', tags: [] }
  const id = { name: 'id', in: 'path' as const, required: true, schema: { type: 'integer' } }
  const schema = { type: 'object', properties: { name: { type: 'string' } } }
  const requestBody = { content: { 'application/json': { schema } } }
  expect(operationExample({ ...facts, parameters: [id], requestBody })).toEqual({ id: 1, name: 'text' })
  expect(operationExample({ ...facts, parameters: [] })).toEqual({})
})

describe('a recorded input', () => {
  const declared = fields('int n\ntext name\ntext password {\nsensitive = true\n}\njson more\nbool on')

  test('is what its fields are, though a query string had texts', () => {
    const recorded = { n: '4', name: '4', on: 'true', more: '[1]', unknown: '5' }
    expect(recordedInput(recorded, declared)).toEqual({
      input: { n: 4, name: '4', on: true, more: [1], unknown: '5' },
      masked: [],
    })
  })

  test('leaves what was masked to fill in', () => {
    const recorded = { name: 'Ada', password: '••••••', n: 'x••••••', more: { key: ['••••••'], plain: 1 } }
    expect(recordedInput(recorded, declared)).toEqual({
      input: { name: 'Ada', more: { key: [''], plain: 1 } },
      masked: ['password', 'n', 'more'],
    })
  })
})
