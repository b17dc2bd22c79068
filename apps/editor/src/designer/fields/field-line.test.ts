import { sameTree } from '@cairn/language'
import { expect, test } from 'vitest'
import { fieldNode } from '../engine/commands/fields.ts'
import { emptyForm, formOf, lineOf, withUnshown } from './field-line.ts'

test.each([
  'text name',
  'text? name?',
  'int age?=5 filters=min:1|max:9',
  'email email? filters=trim|lower {\n  sensitive = true\n}',
  'enum role?="a" {\n  description = "What they do."\n  values = ["a", "b"]\n}',
  'int user_id {\n  table = "user"\n}',
  'text[2:4] tags',
  'dblink {\n  table = "user"\n}',
  'object address {\n  schema {\n    text street\n  }\n}',
  'timestamp created_at?=now',
])('the form of %j means the same field', (line) => {
  const field = fieldNode(line)!
  const made = fieldNode(lineOf(formOf(field)))!
  expect(sameTree(withUnshown(made, field), field)).toBe(true)
})

test('a form that nothing can be read from makes no field', () => {
  expect(fieldNode(lineOf({ ...emptyForm, name: 'a', fallback: '"open' }))).toBeNull()
})
