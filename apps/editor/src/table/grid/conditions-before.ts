import type { Cell, Condition, Key, Row, Sort } from './rows.ts'

/**
 * What the rows before a row meet, in the order of the grid: by a column and then the id, null the greatest of all. Each
 * list is of conditions that hold together, and no row meets two of the lists.
 */
export function conditionsBefore(sort: Sort | null, id: Key, row: Row): Condition[][] {
  const before: Condition = { column: 'id', operator: '<', value: id }
  if (sort === null) return [[before]]
  const { column, order } = sort
  if (column === 'id') return [[order === 'asc' ? before : { ...before, operator: '>' }]]
  const value: Cell = row[column] ?? null
  const isNull: Condition = { column, operator: 'is null', value: null }
  if (value === null) {
    const same = [isNull, before]
    return order === 'desc' ? [same] : [[{ ...isNull, operator: 'is not null' }], same]
  }
  const same: Condition[] = [{ column, operator: '==', value }, before]
  if (order === 'asc') return [[{ column, operator: '<', value }], same]
  return [[isNull], [{ column, operator: '>', value }], same]
}
