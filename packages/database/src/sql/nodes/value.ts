import { StackError, type QueryNode, type Value } from '@cairn/statements'
import { unfit, type ValueType } from '../../catalogue/value-type.ts'
import { bool, decimal, json, text, timestamp } from '../../catalogue/value-types.ts'
import { convertOrFail, type Compilation, type Typed } from '../compilation.ts'

export type ValueNode = Extract<QueryNode, { kind: 'value' | 'literal' | 'now' }>

export function isValue(node: QueryNode): node is ValueNode {
  return node.kind === 'value' || node.kind === 'literal' || node.kind === 'now'
}

/** A value where an expression stands. Without a wanted type it is what it looks like; of the stack's, a text. */
export function value(node: ValueNode, to: Compilation, wanted: ValueType | null): Typed {
  if (node.kind === 'now') return { sql: to.parameter(timestamp, ({ time }) => time.now()), type: timestamp }
  if (node.kind === 'literal') {
    const type = wanted ?? typeOfLiteral(node.value)
    return { sql: to.constant(type, node.value), type }
  }
  const type = wanted ?? text
  const { slot } = node
  return { sql: to.parameter(type, ({ values, time }) => convertOrFail(type, values[slot] ?? null, time)), type }
}

/** The value of a node at a request, before conversion. */
export function valueOf(node: ValueNode, values: readonly Value[], now: () => number): Value {
  if (node.kind === 'now') return now()
  return node.kind === 'literal' ? node.value : (values[node.slot] ?? null)
}

function typeOfLiteral(literal: Value): ValueType {
  if (typeof literal === 'number') return decimal
  if (typeof literal === 'boolean') return bool
  if (literal !== null && typeof literal === 'object') return json
  return text
}

/** A whole number of the stack or the plan, for paging; null when there is none. */
export function wholeNumber(
  node: QueryNode | null,
  values: readonly Value[],
  convert: (value: Value) => unknown,
): number | null {
  if (node === null) return null
  // What a request says, and what is written where it says nothing.
  if (node.kind === 'filter' && node.name === 'coalesce') {
    return wholeNumber(node.base, values, convert) ?? wholeNumber(node.args[0] ?? null, values, convert)
  }
  if (!isValue(node)) throw new StackError('standard', 'invalid_paging', 'Paging takes values, not columns.')
  const given = valueOf(node, values, () => 0)
  const number = given === '' ? null : convert(given)
  if (number === unfit)
    throw new StackError('badrequest', 'invalid_paging', 'A page, per_page or offset is not a number.')
  return number as number | null
}
