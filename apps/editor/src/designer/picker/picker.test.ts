import { catalogue, filters } from '@cairn/statements'
import { expect, test } from 'vitest'
import { deriveDefinitions } from '../../definitions/derive-definitions.ts'
import { statementIcons } from '../statement-icons.ts'
import { categories } from './categories.ts'
import { searchStatements } from './search-statements.ts'
import { suggestNext } from './suggest-next.ts'

const { statements } = deriveDefinitions(catalogue, filters)

test.each([
  ['precond', 'precondition'],
  ['authentication token', 'security.create_auth_token'],
  ['jwt', 'security.create_auth_token'],
  ['if else', 'conditional'],
  ['select', 'db.query'],
  ['loop each', 'foreach'],
  ['guard', 'precondition'],
])('%j finds %s first', (search, name) => {
  expect(searchStatements(statements, search)[0]?.name).toBe(name)
})

test('what nothing answers to finds nothing', () => {
  expect(searchStatements(statements, 'qqqq')).toEqual([])
})

test('every statement has an icon and a category that the picker shows', () => {
  expect(statements.filter(({ icon }) => !(icon in statementIcons)).map(({ name }) => name)).toEqual([])
  const shown = new Set<string>(categories.map(({ value }) => value))
  expect(
    statements.filter(({ category }) => !shown.has(category) && category !== 'test').map(({ name }) => name),
  ).toEqual([])
})

test('every suggestion is a statement', () => {
  const known = new Set(statements.map(({ name }) => name))
  const offered = ['', ...known].flatMap((name) => suggestNext(name))
  expect(offered.filter((name) => !known.has(name))).toEqual([])
})
