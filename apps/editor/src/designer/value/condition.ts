import type { Binary, BinaryOperator, Expression } from '@cairn/language'
import { nowhere } from '../engine/nodes.ts'

/** A condition as the builder shows it: rows joined by AND or OR, nested in groups. */
export type Condition = ConditionGroup | ConditionTest

export interface ConditionGroup {
  kind: 'group'
  join: '&&' | '||'
  parts: Condition[]
}

/** One row. Without an operator the left side alone is asked whether it holds. */
export interface ConditionTest {
  kind: 'test'
  left: Expression
  operator: BinaryOperator | null
  right: Expression | null
}

const JOINS: ReadonlySet<string> = new Set(['&&', '||'])

/** `only`: where it is offered, when not everywhere: in a query, or in a condition (elsewhere `~` joins texts). */
export const comparisons: readonly { value: BinaryOperator; label: string; only?: 'query' | 'condition' }[] = [
  { value: '==', label: 'equals' },
  { value: '!=', label: 'is not' },
  { value: '===', label: 'is exactly' },
  { value: '!==', label: 'is not exactly' },
  { value: '>', label: 'greater than' },
  { value: '>=', label: 'at least' },
  { value: '<', label: 'less than' },
  { value: '<=', label: 'at most' },
  { value: 'in', label: 'is in' },
  { value: 'not in', label: 'is not in' },
  { value: 'includes', label: 'includes' },
  { value: 'not includes', label: 'does not include' },
  { value: 'contains', label: 'contains' },
  { value: 'not contains', label: 'does not contain' },
  { value: 'overlaps', label: 'overlaps' },
  { value: 'not overlaps', label: 'does not overlap' },
  { value: 'like', label: 'is like' },
  { value: 'not like', label: 'is not like' },
  { value: 'between', label: 'is between' },
  { value: 'not between', label: 'is not between' },
  { value: '~', label: 'matches', only: 'condition' },
  { value: '!~', label: 'does not match', only: 'condition' },
  { value: 'search', label: 'searches', only: 'query' },
]

const COMPARISONS: ReadonlySet<string> = new Set(comparisons.map(({ value }) => value))

/** An operator without its "ignore if null" mark. */
export const plainOperator = (operator: BinaryOperator): BinaryOperator => operator.replace(/\?$/, '') as BinaryOperator

export const ignoresNull = (operator: BinaryOperator | null): boolean =>
  operator?.endsWith('?') === true && operator !== '?:'

/** Reads an expression as rows. What is no comparison is a row without an operator. */
export function readCondition(expression: Expression | null): ConditionGroup {
  if (expression === null || (expression.kind === 'invalid' && expression.text === '')) {
    return { kind: 'group', join: '&&', parts: [] }
  }
  const read = readPart(expression, '||')
  return read.kind === 'group' ? read : { kind: 'group', join: '&&', parts: [read] }
}

/** `around`: how the group that it stands in is joined; a group of one row is joined the other way. */
function readPart(expression: Expression, around: ConditionGroup['join']): Condition {
  if (expression.kind === 'paren') {
    const inner = readPart(expression.expression, around)
    if (inner.kind === 'group') return inner
    if (inner.operator !== null) return { kind: 'group', join: otherJoin(around), parts: [inner] }
  }
  if (isJoined(expression)) {
    const join = expression.operator
    return { kind: 'group', join, parts: flatten(expression, join).map((part) => readPart(part, join)) }
  }
  if (isComparison(expression)) {
    return { kind: 'test', left: expression.left, operator: expression.operator, right: expression.right }
  }
  return { kind: 'test', left: expression, operator: null, right: null }
}

/** How a group inside of another one is joined. */
export const otherJoin = (join: ConditionGroup['join']): ConditionGroup['join'] => (join === '&&' ? '||' : '&&')

const isComparison = (expression: Expression): expression is Binary =>
  expression.kind === 'binary' && COMPARISONS.has(plainOperator(expression.operator))

type Joined = Binary & { operator: '&&' | '||' }

const isJoined = (expression: Expression): expression is Joined =>
  expression.kind === 'binary' && JOINS.has(expression.operator)

/** `a && b && c` as its parts; parentheses keep theirs together. */
function flatten(expression: Expression, join: string): Expression[] {
  if (!isJoined(expression) || expression.operator !== join) return [expression]
  return [...flatten(expression.left, join), ...flatten(expression.right, join)]
}

/** The expression of the rows, or null when there is none. */
export function writeCondition(condition: Condition): Expression | null {
  if (condition.kind === 'test') return writeTest(condition)
  const parts = condition.parts.flatMap((part): Expression[] => {
    const written = writeCondition(part)
    return written === null ? [] : [part.kind === 'group' ? enclosed(written) : written]
  })
  return parts.length === 0 ? null : parts.reduce((left, right) => binary(condition.join, left, right))
}

function writeTest({ left, operator, right }: ConditionTest): Expression | null {
  if (operator === null || right === null) return isEmpty(left) ? null : left
  return isEmpty(left) && isEmpty(right) ? null : binary(operator, orNull(left), orNull(right))
}

/** A side that nobody has filled yet. */
const isEmpty = (side: Expression): boolean => side.kind === 'invalid' && side.text === ''

/** A comparison with one side filled must read back as one. */
const orNull = (side: Expression): Expression => (isEmpty(side) ? { kind: 'null', ...nowhere } : side)

const binary = (operator: BinaryOperator, left: Expression, right: Expression): Binary => ({
  kind: 'binary',
  ...nowhere,
  operator,
  left,
  right,
})

const enclosed = (expression: Expression): Expression =>
  isJoined(expression) || isComparison(expression) ? { kind: 'paren', ...nowhere, expression } : expression
