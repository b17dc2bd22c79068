import { StackError, type CompareOperator, type QueryNode, type Value } from '@cairn/statements'
import { unfit, type TimeSource, type ValueType } from '../../catalogue/value-type.ts'
import { decimal, int, json } from '../../catalogue/value-types.ts'
import { comparisons, type Comparison } from '../comparisons.ts'
import type { Compilation, Condition, GuardState, Typed } from '../compilation.ts'
import { compareValues } from '../compare-values.ts'
import { searchIn } from '../search.ts'
import { isValue, valueOf, type ValueNode } from './value.ts'

type CompareNode = Extract<QueryNode, { kind: 'compare' }>

/** The operator that says the same with its sides exchanged. */
const mirrored: Partial<Record<CompareOperator, CompareOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  in: 'contains',
  'not in': 'not contains',
  contains: 'in',
  'not contains': 'not in',
  overlaps: 'overlaps',
  'not overlaps': 'not overlaps',
}

/** One comparison. With a value on one side the SQL depends on what the value is: see GuardState. */
export function compare(node: CompareNode, to: Compilation): Condition {
  const { left, right } = node
  if (isValue(left) && isValue(right)) return ofValues(node, left, right, to)
  const mirror = isValue(left) && !isValue(right) ? mirrored[node.operator] : undefined
  if (mirror !== undefined) return compareSides({ ...node, operator: mirror, left: right, right: left }, to, node)
  return compareSides(node, to, node)
}

/** `written`: the node before its sides were exchanged; dropping out looks at its right side. */
function compareSides(node: CompareNode, to: Compilation, written: CompareNode): Condition {
  const comparison = comparisons[node.operator]
  if (node.operator === 'search') return searchIn(node.left, node.right, node.ignoreNull, to)
  const left = to.expression(node.left, null)
  if (isValue(node.right)) {
    return withValue(comparison, left, node.right, written.ignoreNull && written.right === node.right, to)
  }
  const right = to.expression(node.right, comparison.wants(left.type))
  const sql = comparison.sql(left, right)
  return node.ignoreNull ? `(${right.sql} is null or ${sql})` : sql
}

function withValue(
  comparison: Comparison,
  left: Typed,
  node: ValueNode,
  ignoreNull: boolean,
  to: Compilation,
): Condition {
  const wanted = comparison.wants(left.type)
  const { index, state } = to.guard({
    check: (values, time) => checkValue(comparison, wanted, valueOf(node, values, time.now), time),
  })
  if (state === 'n') return ignoreNull ? null : whenNull(comparison, left, to)
  if (state === 'x') return comparison.negative ? `${left.sql} is not null` : false
  const type = state === 'd' ? decimal : wanted
  const right = { sql: to.parameter(type, ({ guarded }) => guarded[index]), type }
  return comparison.sql(left, right)
}

function checkValue(
  comparison: Comparison,
  wanted: ValueType,
  value: Value,
  time: TimeSource,
): { state: GuardState; value: unknown } {
  if (value === null) return { state: 'n', value: null }
  const shaped = comparison.shape === undefined ? value : comparison.shape(value, wanted, time)
  if (shaped === unfit) return { state: 'x', value: null }
  if (wanted === int && isFraction(shaped as Value)) return { state: 'd', value: Number(shaped) }
  const converted = wanted.convert(shaped as Value, time)
  return converted === unfit || converted === null ? { state: 'x', value: null } : { state: 'v', value: converted }
}

function isFraction(value: Value): boolean {
  if (typeof value === 'string' && value.trim() === '') return false
  if (typeof value !== 'number' && typeof value !== 'string') return false
  const number = Number(value)
  return Number.isFinite(number) && !Number.isSafeInteger(number)
}

function whenNull(comparison: Comparison, left: Typed, to: Compilation): Condition {
  if (comparison.whenNull === undefined) return comparison.negative
  // A parent that refers to nothing has nothing, not the records that belong to none.
  if (to.source === 'parents' && comparison.whenNull === 'is null') return false
  const isNull = left.type === json ? `(${left.sql} is null or ${left.sql} = 'null'::jsonb)` : `${left.sql} is null`
  if (comparison.whenNull === 'is null') return isNull
  return left.type === json ? `not ${isNull}` : `${left.sql} is not null`
}

/** Two values of the stack: the database has no say. */
function ofValues(node: CompareNode, left: ValueNode, right: ValueNode, to: Compilation): Condition {
  const { state } = to.guard({
    check(values, time) {
      const other = valueOf(right, values, time.now)
      if (other === null && node.ignoreNull) return { state: 'n', value: null }
      const holds = compareValues(node.operator, valueOf(left, values, time.now), other)
      if (holds === null) {
        throw new StackError(
          'standard',
          'invalid_comparison',
          `"${node.operator}" in a query needs a column on one side.`,
        )
      }
      return { state: holds ? 't' : 'f', value: null }
    },
  })
  return state === 'n' ? null : state !== 'f'
}
