import { expect, test } from 'vitest'
import { guarded, readGuarded } from '../src/index.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+49 170 1', "'+49 170 1"],
  ['-1-1', "'-1-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-1e7+A1', "'-1e7+A1"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ["''@", "'''@"],
  // These are no formulas.
  ['', ''],
  ['a=1', 'a=1'],
  ["'quoted'", "'quoted'"],
  ["'", "'"],
  ['-5', '-5'],
  ['+49170', '+49170'],
  ['-0.50', '-0.50'],
  ['-1e-7', '-1e-7'],
])('%j is written as %j and read back', (text, cell) => {
  expect([guarded(text), readGuarded(cell)]).toEqual([cell, text])
})

test("a file of somebody else's may hold formulas and apostrophes", () => {
  expect(['=1', "'=1", "it's", "'tis"].map(readGuarded)).toEqual(['=1', '=1', "it's", "'tis"])
})
