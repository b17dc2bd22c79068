// oxlint-disable unicorn/no-thenable -- `then` is a branch of a ternary; these nodes are never awaited.
import type { Binary, Expression, FilterExpression, Ternary, Unary } from '@cairn/language'
import type { CompareOperator, QueryNode } from '../../../ports/database.ts'
import { lowerColumn, mentionsColumn } from './lower-column.ts'
import { isDatabaseOnly, isTimestampFilter, queryFilterName } from './query-filters.ts'
import { bare, constantOf, someExpression } from './read-tree.ts'
import type { Scope } from './scope.ts'

/** A test as a node: the whole of a `where`, an operand of `&&`, the test of a ternary. */
export function lowerCondition(expression: Expression, scope: Scope): QueryNode {
  const inner = bare(expression)
  if (!belongsToQuery(inner)) {
    const node = scope.truth(inner)
    if (node !== null) return node
  }
  if (inner.kind === 'unary' && inner.operator === '!') {
    return { kind: 'not', item: lowerCondition(inner.operand, scope) }
  }
  if (inner.kind === 'ternary') return lowerTernary(inner, scope, lowerCondition)
  if (inner.kind === 'binary') return lowerBinaryCondition(inner, scope)
  return lowerOperand(inner, scope)
}

/** A value as a node: a side of a comparison, an argument of a filter, an eval. */
export function lowerOperand(expression: Expression, scope: Scope): QueryNode {
  const inner = bare(expression)
  if (inner.kind === 'word' && inner.value === 'now') return { kind: 'now' }
  const constant = constantOf(inner)
  if (constant !== undefined) return { kind: 'literal', value: constant }
  if (!belongsToQuery(inner)) {
    const node = scope.value(inner)
    if (node !== null) return node
  }
  return lowerColumn(inner, scope) ?? lowerComposite(inner, scope)
}

function lowerComposite(expression: Expression, scope: Scope): QueryNode {
  switch (expression.kind) {
    case 'filter':
      return lowerFilter(expression, scope)
    case 'binary':
      return lowerBinaryOperand(expression, scope)
    case 'unary':
      return lowerUnary(expression, scope)
    case 'ternary':
      return lowerTernary(expression, scope, lowerOperand)
    case 'invalid':
      return scope.fail('unreadable_expression', 'This part of the query could not be read.', expression)
    default:
      return scope.fail(
        'unsupported_query_expression',
        'A query cannot compute this. Compute it into a variable before the query and use the variable here.',
        expression,
      )
  }
}

/** Whether only the database can compute it: it reads a column or uses a filter of the database. */
function belongsToQuery(expression: Expression): boolean {
  return (
    mentionsColumn(expression) ||
    someExpression(expression, (node) => node.kind === 'filter' && !node.disabled && isDatabaseOnly(node.name))
  )
}

function lowerFilter(filter: FilterExpression, scope: Scope): QueryNode {
  if (filter.disabled) return lowerOperand(filter.base, scope)
  const base = bare(filter.base)
  const readsNow = isTimestampFilter(filter.name) && base.kind === 'text' && base.value === 'now'
  return {
    kind: 'filter',
    name: queryFilterName(filter.name),
    base: readsNow ? { kind: 'now' } : lowerOperand(base, scope),
    args: filter.args.map((argument) => lowerOperand(argument, scope)),
  }
}

function lowerUnary(unary: Unary, scope: Scope): QueryNode {
  if (unary.operator === '!') return { kind: 'not', item: lowerCondition(unary.operand, scope) }
  const operand = lowerOperand(unary.operand, scope)
  if (unary.operator === '+') return operand
  return { kind: 'arithmetic', operator: '-', left: { kind: 'literal', value: 0 }, right: operand }
}

function lowerTernary(
  ternary: Ternary,
  scope: Scope,
  lower: (expression: Expression, scope: Scope) => QueryNode,
): QueryNode {
  return {
    kind: 'conditional',
    test: lowerCondition(ternary.test, scope),
    then: lower(ternary.then, scope),
    else: lower(ternary.else, scope),
  }
}

function lowerBinaryOperand(binary: Binary, scope: Scope): QueryNode {
  const { operator } = binary
  if (isArithmetic(operator)) {
    return {
      kind: 'arithmetic',
      operator,
      left: lowerOperand(binary.left, scope),
      right: lowerOperand(binary.right, scope),
    }
  }
  if (operator === '??') {
    const [base, fallback] = [lowerOperand(binary.left, scope), lowerOperand(binary.right, scope)]
    return { kind: 'filter', name: 'coalesce', base, args: [fallback] }
  }
  if (operator === '?:') {
    const value = lowerOperand(binary.left, scope)
    return { kind: 'conditional', test: value, then: value, else: lowerOperand(binary.right, scope) }
  }
  return lowerBinaryCondition(binary, scope)
}

function isArithmetic(operator: string): operator is '+' | '-' | '*' | '/' | '%' | '~' {
  return ['+', '-', '*', '/', '%', '~'].includes(operator)
}

function lowerBinaryCondition(binary: Binary, scope: Scope): QueryNode {
  if (binary.operator === '&&') return { kind: 'and', items: operandsOf(binary, '&&', scope) }
  if (binary.operator === '||') return { kind: 'or', items: operandsOf(binary, '||', scope) }
  const operator = compareOperatorOf(binary.operator)
  if (operator === null) return lowerBinaryOperand(binary, scope)
  const ignoreNull = binary.operator.endsWith('?')
  const [left, right] = [lowerOperand(binary.left, scope), lowerOperand(binary.right, scope)]
  const mirrored = ignoreNull && isValue(left) && !isValue(right) ? mirrors[operator] : undefined
  if (mirrored !== undefined) return { kind: 'compare', operator: mirrored, ignoreNull, left: right, right: left }
  return { kind: 'compare', operator, ignoreNull, left, right }
}

/** The operands of a run of one logical operator, flattened. */
function operandsOf(binary: Binary, operator: '&&' | '||', scope: Scope): QueryNode[] {
  return [binary.left, binary.right].flatMap((side) => {
    const inner = bare(side)
    const continues = inner.kind === 'binary' && inner.operator === operator && belongsToQuery(inner)
    return continues ? operandsOf(inner, operator, scope) : [lowerCondition(inner, scope)]
  })
}

/** Null-safe comparisons look at the right side; a value written on the left is brought there. */
const mirrors: Partial<Record<CompareOperator, CompareOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

function isValue(node: QueryNode): boolean {
  return node.kind === 'value' || node.kind === 'literal' || node.kind === 'now'
}

const compareOperators: ReadonlyMap<string, CompareOperator> = new Map<string, CompareOperator>([
  ['===', '=='],
  ['!==', '!='],
  ...(
    [
      '==',
      '!=',
      '<',
      '<=',
      '>',
      '>=',
      'in',
      'not in',
      'contains',
      'not contains',
      'includes',
      'not includes',
      'overlaps',
      'not overlaps',
      'like',
      'not like',
      'ilike',
      'not ilike',
      'between',
      'not between',
      '~',
      '!~',
      '@>',
      'search',
    ] as const
  ).map((operator): [CompareOperator, CompareOperator] => [operator, operator]),
])

function compareOperatorOf(written: string): CompareOperator | null {
  const operator = written.endsWith('?') && written !== '?' ? written.slice(0, -1) : written
  return compareOperators.get(operator) ?? null
}
