import { readWorkspace } from '@cairn/language'
import { catalogue } from '@cairn/statements'
import { expect, test } from 'vitest'
import { describeType, scopeAt } from '../src/index.ts'

const text = `table user {
  schema {
    int id
    text name?
  }
}
---
function "f" {
  input {
    int n
  }
  stack {
    var $a {
      value = 1
    }
    db.query user {
    } as $users
    foreach ($users) {
      each as $user {
        debug.log {
          value = 1
        }
        var $later {
          value = $user.name
        }
      }
    }
    var $end {
      value = {total: $users|count, first: $users|first}
    }
    return {
      value = $end
    }
  }
  response = {n: $input.n + 1, later: $later|strlen}
}`

const model = readWorkspace([{ path: 'f.xs', text }])
const names = (address: string) =>
  scopeAt(model, catalogue, model.functions.get('f')!, address).names.map(
    ({ name, type }) => `${name}: ${describeType(type)}`,
  )

test.each([
  ['stack.0', ['input: an object']],
  ['stack.2', ['input: an object', 'a: a whole number', 'users: a list']],
  ['stack.2.each.0', ['input: an object', 'a: a whole number', 'users: a list', 'user: a row of user', 'later: text']],
  ['stack.9', []],
  [
    '',
    ['input: an object', 'a: a whole number', 'users: a list', 'user: a row of user', 'later: text', 'end: an object'],
  ],
])('at %s', (address, expected) => {
  expect(names(address)).toEqual(expected)
})

test('the paths inside', () => {
  const end = scopeAt(model, catalogue, model.functions.get('f')!, 'stack.4').names.find(({ name }) => name === 'end')
  if (end?.type.kind !== 'object') throw new Error('an object was expected')
  expect([...end.type.fields].map(([name, type]) => `${name}: ${describeType(type)}`)).toEqual([
    'total: a whole number',
    'first: a row of user',
  ])
})

test.each([
  ['stack.2.each.1', '$user.name', 'text'],
  ['stack.3', '$users|count', 'a whole number'],
  ['stack.3', '$users|first', 'a row of user'],
  ['stack.3', '{total: $users|count, first: $users|first}', 'an object'],
  ['', '$input.n + 1', 'a number'],
  ['', '$later|strlen', 'a whole number'],
])('at %j, %s is %s', (address, written, expected) => {
  const { values } = scopeAt(model, catalogue, model.functions.get('f')!, address)
  const type = values.get(written)
  expect(type === undefined ? [...values.keys()] : describeType(type)).toBe(expected)
})

test('only what stands at the place is told', () => {
  expect([...scopeAt(model, catalogue, model.functions.get('f')!, 'stack.0').values.keys()]).toEqual(['$a', '1'])
})
