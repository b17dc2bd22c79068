import { expect, test } from 'vitest'
import { Uses } from './uses.ts'

const reads = (name: string, table: string) =>
  `function "${name}" {\n  stack {\n    db.query "${table}" {\n      return = {type: "list"}\n    } as $x\n  }\n}\n`

test('the branches that use a table are told, each once and in order', () => {
  const uses = new Uses('table', 'deal')
  const texts = [
    { text: reads('a', 'deal'), branches: ['next', 'dev'] },
    { text: reads('b', 'deal'), branches: ['next'] },
    { text: reads('c', 'user'), branches: ['other'] },
    { text: 'function "d" { // deal', branches: ['broken'] },
    { text: '', branches: ['empty'] },
  ]
  expect(uses.branches(texts)).toEqual(['dev', 'next'])
  expect(uses.in(reads('a', 'deal')).map(({ address }) => address)).toEqual(['stack.0'])
})

test('a branch that only defines a function does not use it', () => {
  const calls = 'function "a" {\n  stack {\n    function.run "b" {\n      input = {}\n    } as $x\n  }\n}\n'
  const uses = new Uses('function', 'b')
  expect(uses.branches([{ text: reads('b', 'deal'), branches: ['one'] }])).toEqual([])
  expect(uses.branches([{ text: calls, branches: ['two'] }])).toEqual(['two'])
})
