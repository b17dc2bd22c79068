import { parseExpression } from '@cairn/language'
import { expect, test } from 'vitest'
import { readDocument } from '../engine/document.ts'
import { seenIn, stillThere, type LastRun } from './last-run.ts'

const step = (address: string, variables: object, args: object = {}) => ({
  address,
  args: { ...args },
  variables: { ...variables },
})

const { object } = readDocument(`function f {
  stack {
    var $user {
      value = 1
    }
    function.run g {
    } as $g
    conditional {
      if (true) {
        var $user {
          value = 2
        }
      }
    }
  }
}`)

const run: LastRun = {
  object: object!,
  input: { id: 7 },
  result: 3,
  steps: [
    step('stack.0', { user: { name: 'Ada', tags: ['a', 'b'] } }, { value: 1 }),
    step('stack.1', { g: 5 }, { input: { a: 1 } }),
    step('stack.2', { user: 2 }),
    step('stack.2.then.0', { user: 2 }, { value: 2 }),
  ],
}

test.each([
  ['stack.0', '$user', null, null],
  ['stack.1', '$user.name', null, { value: 'Ada' }],
  ['stack.1', '$user.tags[1]', null, { value: 'b' }],
  ['stack.1', '$user.gone', null, null],
  ['stack.1', '$input.id', null, { value: 7 }],
  ['stack.1', '{a: $x}', 'input', { value: { a: 1 } }],
  ['stack.1', '$user|count', null, null],
  ['stack.1', '$user|count', 'kept in $g', { value: 5 }],
  ['stack.2.then.0', '$user.name', null, { value: 'Ada' }],
  ['stack.2.then.0', '$g', null, { value: 5 }],
  ['stack.2.else.0', '$g', null, null],
  ['', '$user', null, { value: 2 }],
  ['stack.1', '$toString', null, null],
])('at %j, %s was seen', (address, typed, argument, expected) => {
  const given = argument === null ? null : { name: argument, sets: address === 'stack.1' ? 'g' : null }
  expect(seenIn(run, address, parseExpression(typed).expression, given)).toEqual(expected)
})

test('a statement that is another one now was not seen', () => {
  const now = readDocument('function f {\nstack {\ndebug.stop {}\n}\n}').object!
  expect([stillThere(run, 'stack.0', now), stillThere(run, '', null)]).toEqual([false, true])
})
