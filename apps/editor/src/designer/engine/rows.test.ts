import { clause } from '@cairn/language'
import { expect, test } from 'vitest'
import { readDocument } from './document.ts'
import { rowsOf } from './rows.ts'

const { object } = readDocument(`function f {
  stack {
    debug.stop {}
    conditional {
      if (true) {
        debug.stop {}
        debug.stop {}
      }
      elseif (false) {
      }
      else {
        debug.stop {}
      }
    }
  }
}`)
const rows = (...folded: string[]) =>
  rowsOf(clause(object!.body, 'stack')!.body, 'stack', new Set(folded)).map((row) =>
    row.kind === 'statement' ? row.number : row.key,
  )

test('statements are numbered as people count, on and on through the blocks of one statement', () => {
  expect(rows()).toEqual([
    '1',
    '2',
    'stack.1.then',
    '2.1',
    '2.2',
    'stack.1.elseif.0',
    'stack.1.elseif.0.+',
    'stack.1.else',
    '2.3',
  ])
})

test('what is folded away is counted all the same', () => {
  expect(rows('stack.1.then')).toEqual([
    '1',
    '2',
    'stack.1.then',
    'stack.1.elseif.0',
    'stack.1.elseif.0.+',
    'stack.1.else',
    '2.3',
  ])
  expect(rows('stack.1')).toEqual(['1', '2'])
})
