import { catalogue, filters } from '@cairn/statements'
import { expect, test } from 'vitest'
import { deriveDefinitions } from '../../definitions/derive-definitions.ts'
import { statementIcons } from '../statement-icons.ts'
import { readDocument } from '../engine/document.ts'
import { categories } from './categories.ts'
import { countFollowers } from './count-followers.ts'
import followers from './followers.json'
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

test('every suggestion is a statement that the picker shows', () => {
  const shown = new Set(statements.filter(({ category }) => category !== 'test').map(({ name }) => name))
  expect(
    Object.values(followers)
      .flat()
      .filter((name) => !shown.has(name)),
  ).toEqual([])
})

const { object } = readDocument(`function f {
  stack {
    db.get user {
    } as $user
    foreach ($user) {
      each as $x {
      }
    }
    util.sleep {
    }
  }
}`)

test.each([
  ['stack', 0, '>stack'],
  ['stack', 1, 'db.get'],
  ['stack.1.each', 0, '>each'],
])('at %s, %i what usually stands there is offered', (block, index, key) => {
  expect(suggestNext(object, { block, index })).toEqual(Object.entries(followers).find(([name]) => name === key)?.[1])
})

test('where nothing is known, what begins such a block is offered', () => {
  expect(suggestNext(object, { block: 'stack', index: 3 })).toEqual(followers['>stack'])
})

const stack = (text: string) => `function f {\nstack {\n${text}\n}\n}`

test('what follows is counted once a stack, and only where two workspaces do it', () => {
  const counted = countFollowers([
    [stack('debug.stop {}\nreturn {}\ndebug.stop {}\nreturn {}'), 'nothing readable {'],
    [stack('conditional {\nif (true) {\nreturn {}\n}\n}\ndebug.stop {}\nreturn {}')],
    [stack('conditional {\nif (true) {\nreturn {}\n}\n}\ndebug.stop {}\ndebug.log {}')],
  ])
  expect(counted).toEqual({
    '>if': ['return'],
    '>stack': ['conditional'],
    conditional: ['debug.stop'],
    'debug.stop': ['return'],
  })
})
