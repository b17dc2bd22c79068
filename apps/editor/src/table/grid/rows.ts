import type { Contract, InputOf, OutputOf } from '@cairn/contract'

export type Row = OutputOf<Contract['rows']>['rows'][number]
export type Cell = Row[string]
export type Key = number | string
export type Condition = InputOf<Contract['rows']>['where'][number]
export type Sort = NonNullable<InputOf<Contract['rows']>['sort']>

/** Which rows are shown, and in which order. */
export interface RowsView {
  where: readonly Condition[]
  sort: Sort | null
}

/** The key of a row; null where it has none. */
export function keyOf(row: Row | undefined): Key | null {
  const id = row?.['id']
  return typeof id === 'number' || typeof id === 'string' ? id : null
}
