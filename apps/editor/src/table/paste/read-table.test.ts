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

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['+49 170 1', "'+49 170 1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['=A\n"1"', `"'=A\n""1"""`],
  ["'=1", "''=1"],
  ["'plain'", "'plain'"],
  ['a=1', 'a=1'],
  ['-5', '-5'],
  ['-1e-7', '-1e-7'],
])('%j is copied as %j, no formula of a spreadsheet, and read back as it was (class 13)', (cell, copied) => {
  expect(writeTable([[cell, 'b']])).toBe(`${copied}\tb`)
  expect(readTable(`${copied}\tb`)).toEqual([[cell, 'b']])
})

test('thousands of quotes that are not closed are read in a moment', () => {
  const start = performance.now()
  readTable('"'.repeat(20_000))
  readTable('"a\t'.repeat(2_000))
  expect(performance.now() - start).toBeLessThan(1_000)
})
