import type { Value } from '@cairn/statements'
import type { WireType } from '../connect/statement.ts'

/** Reads the clock and what people write for a time; both come from outside. */
export interface TimeSource {
  now: () => number
  /** Epoch milliseconds of a phrase (`next friday`, an ISO time), or null. */
  parse(text: string, now: number): number | null
}

/** `convert` gives this for a value that the type cannot hold. */
export const unfit = Symbol('unfit')

/** A PostgreSQL type as a stack sees it. `convert` gives what `wire` writes, null, or `unfit`. */
export interface ValueType {
  /** `bigint`, `text[]` */
  sql: string
  wire: WireType
  convert(value: Value, time: TimeSource): unknown
  /** A list: the type of its elements. */
  element: ValueType | null
  /** How comparisons treat it. */
  family: 'number' | 'text' | 'bool' | 'time' | 'date' | 'uuid' | 'json' | 'list'
}
