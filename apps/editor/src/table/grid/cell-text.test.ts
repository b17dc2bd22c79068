import { expect, test } from 'vitest'
import type { Cell } from './rows.ts'
import { readCell } from '@cairn/contract'
import { cellText, copiedText } from './cell-text.ts'

const column = (type: string) => ({ type: type.replace('[]', ''), list: type.endsWith('[]'), values: ['open', 'shut'] })

test.each<[string, Cell, string]>([
  ['text', 'Ada', 'Ada'],
  ['text', '12', '12'],
  ['text', '', ''],
  ['int', 12, '12'],
  ['decimal', 1.5, '1.5'],
  ['bool', true, 'true'],
  ['enum', 'open', 'open'],
  ['json', { a: [1] }, '{"a":[1]}'],
  ['text[]', ['a'], '["a"]'],
  ['timestamp', 1_764_000_000_000, '2025-11-24 16:00:00'],
  ['date', '2026-01-31', '2026-01-31'],
  ['uuid', 'b7c20c1e-0000-4000-8000-000000000000', 'b7c20c1e-0000-4000-8000-000000000000'],
  ['int', null, ''],
])('a cell of type %s shows %j as %j, and typing that means it', (type, value, shown) => {
  expect([cellText(value, column(type)), readCell(shown, column(type))]).toEqual([shown, { value }])
})

test.each<[string, Cell, string]>([
  ['timestamp', 1_764_000_000_123, '2025-11-24 16:00:00.123'],
  ['timestamp', 1_764_000_000_000, '2025-11-24 16:00:00'],
  ['json', 'a text', '"a text"'],
  ['json', '', '""'],
  ['json', { a: [1] }, '{"a":[1]}'],
  ['json', null, ''],
  ['text', '"quoted"', '"quoted"'],
  ['decimal', -1e-7, '-1e-7'],
  ['text[]', ['=1'], '["=1"]'],
])('a cell of type %s with %j is copied as %j, and pasting that means it', (type, value, copied) => {
  expect([copiedText(value, column(type)), readCell(copied, column(type))]).toEqual([copied, { value }])
})

test.each<[string, string, Cell]>([
  ['bool', 'No', false],
  ['bool', '1', true],
  ['timestamp', '2025-11-24', 1_763_942_400_000],
  ['timestamp', '2025-11-24T17:00:00+01:00', 1_764_000_000_000],
  ['text[]', '', []],
])('a %s may be typed as %j', (type, typed, value) => {
  expect(readCell(typed, column(type))).toEqual({ value })
})

test.each([
  ['int', '1.5', 'no whole number'],
  ['int', 'many', 'no whole number'],
  ['decimal', 'x', 'no number'],
  ['bool', 'maybe', 'neither true nor false'],
  ['enum', 'ajar', 'none of open, shut'],
  ['uuid', '12', 'no UUID'],
  ['date', '31.1.2026', 'no date'],
  ['timestamp', 'soon', 'no time'],
  ['json', '{a', 'not JSON'],
  ['text[]', 'a', 'not a list'],
])('a %s can not be %j', (type, typed, why) => {
  expect(readCell(typed, column(type))).toEqual({ wrong: expect.stringContaining(why) as string })
})
