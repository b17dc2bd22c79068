import { expect, test } from 'vitest'
import { operatorsOf } from './operators.ts'

const column = (type: string) => ({
  name: 'x',
  type: type.replace('[]', ''),
  list: type.endsWith('[]'),
  nullable: false,
  values: ['open'],
  table: '',
})

test.each([
  ['text', 'contains', '50%', { column: 'x', operator: 'ilike', value: '%50\\%%' }],
  ['text', 'starts with', 'a_b\\', { column: 'x', operator: 'ilike', value: 'a\\_b\\\\%' }],
  ['text', 'is', '12', { column: 'x', operator: '==', value: '12' }],
  ['int', 'is more than', '12', { column: 'x', operator: '>', value: 12 }],
  ['int', 'is more than', 'many', { wrong: '"many" is no whole number.' }],
  ['timestamp', 'is before or is', '1970-01-02', { column: 'x', operator: '<=', value: 86_400_000 }],
  ['bool', 'is', 'true', { column: 'x', operator: '==', value: true }],
  ['enum', 'is not', 'gone', { wrong: '"gone" is none of open.' }],
  ['text[]', 'contains', 'a', { column: 'x', operator: 'contains', value: ['a'] }],
  ['json', 'is empty', '', { column: 'x', operator: 'is null', value: null }],
])('a %s that %s %j', (type, label, typed, wanted) => {
  const operator = operatorsOf(column(type)).find((one) => one.label === label)
  expect(operator?.condition(column(type), typed)).toEqual(wanted)
})
