import { expect, test } from 'vitest'
import { gridColumns } from '../grid/grid-column.ts'
import type { Row } from '../grid/rows.ts'
import { planPaste } from './plan-paste.ts'
import { readTable } from './read-table.ts'

const columns = gridColumns(`table "deal" {
  schema {
    int id
    text title
    int amount?
    password secret?
  }
}
`)
const rows: Row[] = [
  { id: 7, title: 'a', amount: 1 },
  { id: 9, title: 'b', amount: 2 },
]
const plan = (text: string, row: number, column: number, known = rows) =>
  planPaste(readTable(text), { at: { row, column }, columns, total: rows.length, row: (index) => known[index] })

test('cells go over the rows from the place on, and further ones are added', () => {
  expect(plan('x\t5\ny\t\nz\t', 1, 1)).toEqual({
    rows: [
      { id: 9, values: { title: 'x', amount: 5 } },
      { id: null, values: { title: 'y' } },
      { id: null, values: { title: 'z' } },
    ],
    wrong: [],
    columns: ['title', 'amount'],
    spare: 0,
  })
})

test('an empty cell empties that of a row', () => {
  expect(plan('\t', 0, 1).rows).toEqual([{ id: 7, values: { title: '', amount: null } }])
})

test('a line of names says which columns follow; keys are not pasted', () => {
  expect(plan('amount\tid\ttitle\n4\t99\tx', 2, 0)).toMatchObject({
    rows: [{ id: null, values: { amount: 4, title: 'x' } }],
    columns: ['amount', 'id', 'title'],
  })
})

test('what does not fit is named by line and column', () => {
  expect(plan('title\tamount\nx\tmany', 0, 0).wrong).toEqual([
    { line: 2, column: 'amount', message: '"many" is no whole number.' },
  ])
  expect(plan('x\t1\tmore\tcells', 0, 1).spare).toBe(2)
  expect(plan('x', 1, 1, []).wrong).toEqual([{ line: 1, column: '', message: 'Its row is still on the way.' }])
})
