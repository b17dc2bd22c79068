import { expect, test } from 'vitest'
import { conditionsBefore } from './conditions-before.ts'
import type { Condition, Row, Sort } from './rows.ts'

const rows: Row[] = [3, null, 1, 3, null, 2].map((size, index) => ({ id: index + 1, size }))

/** As PostgreSQL sorts: null is the greatest. */
const sorted = (sort: Sort | null): Row[] => {
  const rank = (row: Row): number => {
    const value = row[sort?.column ?? 'id']
    return value === null ? Number.POSITIVE_INFINITY : Number(value)
  }
  const way = sort?.order === 'desc' ? -1 : 1
  return rows.toSorted(
    (a, b) => (rank(a) === rank(b) ? 0 : rank(a) < rank(b) ? -way : way) || Number(a['id']) - Number(b['id']),
  )
}

const meets = (row: Row, { column, operator, value }: Condition): boolean => {
  const own = row[column] ?? null
  if (operator === 'is null') return own === null
  if (operator === 'is not null') return own !== null
  if (own === null) return false
  if (operator === '==') return own === value
  return operator === '<' ? Number(own) < Number(value) : Number(own) > Number(value)
}

test.each<Sort | null>([
  null,
  { column: 'id', order: 'asc' },
  { column: 'id', order: 'desc' },
  { column: 'size', order: 'asc' },
  { column: 'size', order: 'desc' },
])('as many rows meet them as stand before: %j', (sort) => {
  const order = sorted(sort)
  const counted = order.map((row) =>
    conditionsBefore(sort, Number(row['id']), row)
      .map((all) => rows.filter((one) => all.every((condition) => meets(one, condition))).length)
      .reduce((sum, count) => sum + count, 0),
  )
  expect(counted).toEqual(order.map((_row, index) => index))
})
