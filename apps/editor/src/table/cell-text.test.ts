import { expect, test } from 'vitest'
import type { Cell } from './use-rows.ts'
import { cellText, cellValue } from './cell-text.ts'

test.each([
  ['text', 'Ada', 'Ada'],
  ['text', '12', '12'],
  ['int', 12, '12'],
  ['decimal', 1.5, '1.5'],
  ['bool', true, 'true'],
  ['json', { a: [1] }, '{"a":[1]}'],
  ['timestamp', 1_764_000_000_000, '2025-11-24 16:00:00'],
  ['uuid', 'b7c2', 'b7c2'],
  ['int', null, ''],
] as [string, Cell, string][])('a cell of type %s shows %j as %j, and typing that means it', (type, value, shown) => {
  expect([cellText(value, type), cellValue(shown, type)]).toEqual([shown, value])
})
