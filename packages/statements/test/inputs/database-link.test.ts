import { expect, test } from 'vitest'
import { compileInputs, type Value } from '../../src/index.ts'
import { field, now, read, rules, table, written } from './field.ts'

const user = table('user', [
  field('int', 'id'),
  field('timestamp', 'created_at', { required: false, default: written('now') }),
  field('text', 'name', { rules: rules('trim') }),
  field('email', 'email', { required: false, rules: rules('trim|lower') }),
  field('password', 'password', { required: false, rules: rules('min:8') }),
  field('text', 'old', { disabled: true }),
])
const link = field('dblink', '', { table: 'user', override: { created_at: { hidden: true } } })

test.each<[what: string, raw: { [name: string]: Value }, values: { [name: string]: Value }]>([
  ['rules of the columns', { name: ' Ann ', email: 'A@B.CO' }, { name: 'Ann', email: 'a@b.co', password: null }],
  ['hidden columns are left out', { name: 'Ann', created_at: 5 }, { name: 'Ann', email: null, password: null }],
])('a database link: %s', (_, raw, values) => {
  expect(read([link], raw, { tables: [user] })).toEqual(values)
})

test.each<[raw: { [name: string]: Value }, message: string]>([
  [{}, 'Missing param: name'],
  [{ name: 'Ann', password: 'short' }, 'Input "password" must have at least 8 characters.'],
  [{ name: 'Ann', email: 'x' }, 'Input "email" must be an e-mail address, not "x".'],
])('a database link refuses %j', (raw, message) => {
  expect(() => read([link], raw, { tables: [user] })).toThrow(message)
})

test('a column has its default', () => {
  const all = field('dblink', '', { table: 'user' })
  expect(read([all], { name: 'Ann' }, { tables: [user] })).toMatchObject({ created_at: now })
})

test.each([[[field('int', 'name'), link]], [[link, field('int', 'name')]]])(
  'an input written out stands before the column of its name',
  (fields) => {
    expect(read(fields, { name: '5' }, { tables: [user] })).toMatchObject({ name: 5 })
  },
)

test('a table that is not there fails each call, with an error of its own', () => {
  const validate = compileInputs([link], { table: () => undefined, evaluateDefault: () => null })
  const errors = [1, 2].map(() => {
    try {
      return validate({}, { now })
    } catch (error) {
      return error
    }
  })
  expect(errors[0]).toMatchObject({
    type: 'standard',
    reason: 'unknown_table',
    message: 'Unable to locate table: user',
  })
  expect(errors[1]).toEqual(errors[0])
  expect(errors[1]).not.toBe(errors[0])
})
