import { expect, test } from 'vitest'
import { readTable, writeTable } from './read-table.ts'

test.each([
  [
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\t\tb\t', [['a', '', 'b', '']]],
  ['\ta', [['', 'a']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['"x\ty"\t"say ""hi"""\n"two\nlines"', [['x\ty', 'say "hi"'], ['two\nlines']]],
  ['5" pipe\t"open', [['5" pipe', '"open']]],
  ['"a"b\tc', [['"a"b', 'c']]],
  ['', []],
])('%j', (text, rows) => {
  expect(readTable(text)).toEqual(rows)
})

test('what is copied is read back', () => {
  const rows = [
    ['a', 'b\tc', '"'],
    ['', 'two\nlines', 'x'],
  ]
  expect(readTable(writeTable(rows))).toEqual(rows)
})

test('thousands of quotes that are not closed are read in a moment', () => {
  const start = performance.now()
  readTable('"'.repeat(20_000))
  readTable('"a\t'.repeat(2_000))
  expect(performance.now() - start).toBeLessThan(1_000)
})
