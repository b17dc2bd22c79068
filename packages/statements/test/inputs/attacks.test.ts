import type { FieldType } from '@cairn/language'
import { expect, test } from 'vitest'
import type { Value } from '../../src/index.ts'
import { field, outcome, read, rules, table } from './field.ts'

const fileTypes: FieldType[] = ['file', 'image', 'video', 'audio', 'attachment']
const lookAlike: Value = { name: 'passwd', mime: 'text/plain', path: '/etc/passwd', data: [1], size: 1 }

// Class 4: a JSON body that claims to be an upload must not choose a file of the server.
test.each(fileTypes)('%s refuses an object that looks like a file', (type) => {
  for (const given of [lookAlike, [lookAlike], JSON.stringify(lookAlike)]) {
    expect(() => read([field(type, 'n')], { n: given })).toThrow('Input "n" must be an uploaded file')
  }
  const list = field(type, 'n', { list: { min: null, max: null } })
  expect(() => read([list], { n: [lookAlike] })).toThrow('Input "n[0]" must be an uploaded file')
})

// Class 7: `{"code": {}}` once reset any password.
test.each<FieldType>(['text', 'email', 'password', 'uuid'])('%s is never a list or an object', (type) => {
  for (const given of [{}, [], { toString: 'x' }, { $ne: null }, ['a@b.co'], { length: 1, 0: 'a' }] as Value[]) {
    expect(() => read([field(type, 'n')], { n: given })).toThrow('Input "n" must be')
  }
})

// Class 11: names of Object.prototype's members are names like any other.
test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
  'an input named %s is data',
  (name) => {
    const sent = JSON.parse(`{"${name}": {"polluted": 1}}`) as { [key: string]: Value }
    const values = read([field('json', name)], sent)
    expect(Object.keys(values)).toEqual([name])
    expect(Object.getOwnPropertyDescriptor(values, name)?.value).toEqual({ polluted: 1 })
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(() => read([field('json', name)], {})).toThrow(`Missing param: ${name}`)
  },
)

test('a schema takes nothing from a prototype either', () => {
  const schema = [field('text', 'constructor', { required: false }), field('text', 'a')]
  const sent = JSON.parse('{"n": {"a": "x", "__proto__": {"isAdmin": true}}}') as { [key: string]: Value }
  const { n } = read([field('object', 'n', { schema })], sent)
  expect(n).toEqual({ constructor: null, a: 'x' })
  expect((n as { isAdmin?: unknown }).isAdmin).toBeUndefined()
})

test('columns that are not shown cannot be set through a database link', () => {
  const user = table('user', [
    field('int', 'id'),
    field('text', 'name'),
    field('text', 'role', { visibility: 'private', required: false }),
    field('text', 'note', { visibility: 'internal', required: false }),
    field('bool', 'is_admin', { required: false }),
  ])
  const link = field('dblink', '', { table: 'user', override: { is_admin: { hidden: true } } })
  const sent = { id: 1, name: 'Ann', role: 'owner', note: 'x', is_admin: true }
  expect(read([link], sent, { tables: [user] })).toEqual({ name: 'Ann' })
})

// Class 18: what a refusal says is kept in histories and logs.
test.each<[FieldType, source: string, message: string]>([
  ['email', 'trim', 'Input "n" must be an e-mail address.'],
  ['int', 'min:1', 'Input "n" must be a whole number.'],
  ['enum', 'trim', 'The value is not one of the allowable values.'],
  ['text', 'ok:a', 'Input "n" must contain allowed characters only.'],
])('a sensitive %s is not repeated when it is refused', (type, source, message) => {
  const fields = [field(type, 'n', { sensitive: true, rules: rules(source) })]
  expect(outcome(fields, { n: 'hunter2' })).toBe(message)
})

// Class 22: what a million characters cost is linear.
const million = 'a'.repeat(1e6)
test.each<[what: string, FieldType, source: string, value: string]>([
  ['a pattern that explodes elsewhere', 'text', 'pattern:^(a+)+$', `${million}!`],
  ['nested repeats', 'text', 'pattern:(a*)*(a*)*b', million],
  ['an e-mail address', 'email', 'trim', `${'a.'.repeat(5e5)}@${'a.'.repeat(5e5)}`],
  ['a number', 'int', 'min:1', `${'1'.repeat(1e6)}x`],
  ['a bool', 'bool', 'min:1', million],
  ['a time', 'timestamp', 'min:1', million],
  ['a UUID', 'uuid', 'min:1', million],
  ['counts', 'text', 'minAlpha:1|minSymbol:1', million],
  ['bounds', 'text', 'ok:a|max:10', million],
  ['spaces', 'text', 'trim|min:1|startsWith:b', `${' '.repeat(1e6)}x${' '.repeat(1e6)}`],
])('a long text is refused in time: %s', (_, type, source, value) => {
  const started = performance.now()
  expect(() => read([field(type, 'n', { rules: rules(source) })], { n: value })).toThrow('Input "n" must')
  expect(performance.now() - started).toBeLessThan(2000)
})
