import type { Expression, Statement } from '@cairn/language'
import type { PrepareTools } from '../../../define/types.ts'
import type { QueryPlan } from '../../../ports/database.ts'
import type { Value } from '../../../values/value.ts'
import { lowerQuery, type ValueSource } from './lower-query.ts'

/** A query with the slots whose value is used as true or false. */
export interface PreparedQuery {
  query: QueryPlan
  truths: readonly number[]
}

/** Lowers a `db.query`; every `$`-value of the stack becomes a slot. */
export function prepareQuery(statement: Statement, tools: PrepareTools): PreparedQuery {
  const { source, truths } = stackValues(tools)
  return { query: lowerQuery(statement, source), truths }
}

/** Values that a stack computes: one slot for each expression without columns. */
export function stackValues(tools: PrepareTools): { source: ValueSource; truths: number[] } {
  const truths: number[] = []
  const slot = (expression: Expression): number => tools.slot(expression)
  const truth = (expression: Expression): { kind: 'value'; slot: number } => {
    const node = { kind: 'value' as const, slot: slot(expression) }
    truths.push(node.slot)
    return node
  }
  const source: ValueSource = {
    slot,
    value: (expression) => ({ kind: 'value', slot: slot(expression) }),
    truth,
    fail: (reason, message, place) => tools.fail(reason, message, place),
  }
  return { source, truths }
}

/** The values of a run, with those used as a test made true or false. */
export function withTruths(values: readonly Value[], truths: readonly number[]): readonly Value[] {
  if (truths.length === 0) return values
  const copy = [...values]
  for (const slot of truths) copy[slot] = isTruthy(copy[slot] ?? null)
  return copy
}

/** As everywhere in a stack: null, false, 0, "", "0" and the empty array are false. */
function isTruthy(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== '0' && Boolean(value)
}
