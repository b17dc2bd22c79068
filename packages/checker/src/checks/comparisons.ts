import { literalValue, type Expression } from '@cairn/language'
import { columnOf, unwrap } from '../infer/query-source.ts'
import { describeType } from '../types/describe-type.ts'
import type { Type } from '../types/type.ts'
import type { ExpressionScope } from '../infer/expression-scope.ts'
import type { Check } from './check.ts'

const compared = new Set(['==', '!=', '===', '!==', '<', '<=', '>', '>='])
const listed = new Set(['in', 'not in'])
const numbers = new Set(['int', 'decimal', 'number'])

/** A column compared with a value or a column of another type: the condition never holds, or fails. */
export const comparisons: Check = {
  codes: { different_types: 'error' },
  binary(node, left, right, scope, { report }) {
    if (scope.query === null) return
    const operator = node.operator.replace(/\?$/, '')
    const isList = listed.has(operator)
    if (!isList && !compared.has(operator)) return
    const other = isList ? (right.kind === 'array' ? right.items : null) : right
    if (other === null) return
    const [first, second] = [isColumn(node.left, scope), isColumn(node.right, scope)]
    if (!first && !second) return
    const problem = isList
      ? differ(left, other)
      : differ(left, other) || wordForNumber(left, node.right) || wordForNumber(right, node.left)
    if (!problem) return
    const message = `"${operator}" compares ${describeType(left)} with ${describeType(other)}.`
    report('different_types', node, message, 'Compare with a value of the same type.')
  },
}

function isColumn(expression: Expression, scope: ExpressionScope): boolean {
  return scope.query !== null && columnOf(unwrap(expression), scope.query) !== null
}

/** Whether values of the two types are never equal. Text may read as anything. */
function differ(left: Type, right: Type): boolean {
  const [a, b] = [group(left), group(right)]
  return a !== null && b !== null && a !== b && !(a === 'time' && b === 'number') && !(a === 'number' && b === 'time')
}

function group({ kind }: Type): string | null {
  if (numbers.has(kind)) return 'number'
  if (kind === 'timestamp') return 'time'
  if (kind === 'uuid' || kind === 'bool' || kind === 'object') return kind
  return null
}

/** A literal text that reads as no number beside a number. */
function wordForNumber(type: Type, expression: Expression): boolean {
  if (!numbers.has(type.kind)) return false
  const { value } = literalValue(expression)
  return typeof value === 'string' && value.trim() !== '' && Number.isNaN(Number(value))
}
