/**
 * What each operator does in memory. The runtime emits a fast path for numbers and texts and calls these for the rest.
 */
import type { BinaryOperator, Unary } from '@cairn/language'
import type { TypeName } from '../define/types.ts'
import { toNumber, toText } from '../values/convert.ts'
import { StackError } from '../values/error.ts'
import { compare, looseEquals, strictEquals } from '../values/equality.ts'
import { isTruthy } from '../values/kinds.ts'
import type { Value } from '../values/value.ts'
import {
  between,
  containsAll,
  includesText,
  isIn,
  isLike,
  matchesPattern,
  overlaps,
  searchText,
} from './query-operators.ts'

export interface Operator {
  /** Types it takes; left out when it takes all. */
  check?: { left: TypeName; right: TypeName }
  result: TypeName
  evaluate: (left: Value, right: Value) => Value
  /** The operator of a SQL statement, where one says the same. */
  sql?: string
}

const numbers = { left: 'number', right: 'number' } as const
const texts = { left: 'text', right: 'text' } as const

function arithmetic(sql: string, calculate: (left: number, right: number) => number): Operator {
  return {
    check: numbers,
    result: 'number',
    sql,
    evaluate: (left, right) => calculate(toNumber(left), toNumber(right)),
  }
}

function comparison(sql: string, holds: (order: number) => boolean): Operator {
  return { result: 'bool', sql, evaluate: (left, right) => holds(compare(left, right)) }
}

function test(evaluate: (left: Value, right: Value) => boolean, check?: Operator['check'], sql?: string): Operator {
  return { result: 'bool', evaluate, ...(check && { check }), ...(sql !== undefined && { sql }) }
}

function negated({ evaluate, check }: Operator, sql?: string): Operator {
  return test((left, right) => !isTruthy(evaluate(left, right)), check, sql)
}

const includes = test(includesText, texts)
const contains = test(containsAll)
const inList = test(isIn, { left: 'any', right: 'array' })
const overlapping = test(overlaps, { left: 'array', right: 'array' })
const like = test(isLike, texts, 'ILIKE')
const within = test(between, { left: 'any', right: 'array' })

type PlainOperator = Exclude<BinaryOperator, `${string}?`> | '?:' | '??'

/**
 * Every two-sided operator, both sides evaluated: `&&`, `||`, `??` and `?:` are short-circuited by the caller. `||` gives
 * the first true operand (`$name || "guest"`), `&&` a bool.
 * The null-safe forms (`==?`) are read by `evaluateOperator`. `~` joins texts.
 */
export const operators: Readonly<Record<PlainOperator, Operator>> = {
  '+': arithmetic('+', (left, right) => left + right),
  '-': arithmetic('-', (left, right) => left - right),
  '*': arithmetic('*', (left, right) => left * right),
  '/': arithmetic('/', divide),
  '%': arithmetic('%', modulus),
  '~': { check: texts, result: 'text', sql: '||', evaluate: (left, right) => toText(left) + toText(right) },
  '&&': { result: 'bool', sql: 'AND', evaluate: (left, right) => isTruthy(left) && isTruthy(right) },
  '||': { result: 'any', sql: 'OR', evaluate: (left, right) => (isTruthy(left) ? left : right) },
  '??': { result: 'any', evaluate: (left, right) => left ?? right },
  '?:': { result: 'any', evaluate: (left, right) => (isTruthy(left) ? left : right) },
  '==': test(looseEquals, undefined, '='),
  '!=': test((left, right) => !looseEquals(left, right), undefined, '<>'),
  '===': test(strictEquals, undefined, '='),
  '!==': test((left, right) => !strictEquals(left, right), undefined, '<>'),
  '<': comparison('<', (order) => order < 0),
  '<=': comparison('<=', (order) => order <= 0),
  '>': comparison('>', (order) => order > 0),
  '>=': comparison('>=', (order) => order >= 0),
  in: inList,
  'not in': negated(inList),
  contains,
  'not contains': negated(contains),
  includes,
  'not includes': negated(includes),
  overlaps: overlapping,
  'not overlaps': negated(overlapping),
  like,
  'not like': negated(like, 'NOT ILIKE'),
  ilike: like,
  'not ilike': negated(like, 'NOT ILIKE'),
  between: within,
  'not between': negated(within),
  '!~': test((left, right) => !matchesPattern(left, right), texts, '!~'),
  '@>': { ...contains, sql: '@>' },
  search: test(searchText, texts),
}

/** `~` of a condition: whether the right side, a regular expression, matches the left. */
export const patternMatch: Operator = test(matchesPattern, texts, '~')

/** One-sided operators. `-` and `+` need a number; `!` turns truth around. */
export const unaryOperators: Readonly<Record<Unary['operator'], { result: TypeName; evaluate(value: Value): Value }>> =
  {
    '!': { result: 'bool', evaluate: (value) => !isTruthy(value) },
    '-': { result: 'number', evaluate: (value) => 0 - toNumber(value) },
    '+': { result: 'number', evaluate: (value) => toNumber(value) },
  }

/** `left operator right`. A null-safe operator (`>=?`) is true when its right side is null. */
export function evaluateOperator(operator: BinaryOperator, left: Value, right: Value): Value {
  const plain = Object.hasOwn(operators, operator) ? operators[operator as PlainOperator] : null
  if (plain) return plain.evaluate(left, right)
  if (right === null) return true
  return evaluateOperator(operator.slice(0, -1) as BinaryOperator, left, right)
}

/** Division; by zero is an error. */
export function divide(left: number, right: number): number {
  if (right === 0) throw new StackError('standard', 'division_by_zero', 'Division by zero.')
  return left / right
}

/**
 * The remainder of whole numbers, with the sign of the left. Fractions are cut off first, as PHP's `%` does: a modulus
 * by false is a fatal error on a running engine, and that is `%`, not `fmod`.
 */
export function modulus(left: number, right: number): number {
  const divisor = Math.trunc(right)
  if (divisor === 0) throw new StackError('standard', 'division_by_zero', 'Modulo by zero.')
  return (Math.trunc(left) % divisor) + 0
}
