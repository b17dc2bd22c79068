import type { Value, ValueObject } from '@cairn/statements'
import type { TriggerAction } from './table-triggers.ts'

/** What happened to a row, as a trigger gets to see it: without passwords and internal columns. */
export interface RowChange {
  action: TriggerAction
  old: Value
  new: Value
}

/** What a statement answers, with the rows it changed. */
export interface Captured<T = Value> {
  answer: T
  changes: RowChange[]
}

export type Row = ValueObject
