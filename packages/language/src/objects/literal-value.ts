import { keyExpression } from '../key-expression.ts'
import type { Entry, Expression, Invalid, Spread } from '../tree.ts'

/** What a literal can stand for. */
export type Literal = null | boolean | number | string | Literal[] | { [key: string]: Literal }

export type LiteralValue = { known: true; value: Literal } | { known: false; value: null }

const UNKNOWN: LiteralValue = { known: false, value: null }

/**
 * The value of an expression that says it without running: `"a"`, `-1`, `[1, {b: true}]`, `2025-01-01`. Everything that
 * depends on a run (variables, filters, operators, `now`) is not known.
 */
export function literalValue(expression: Expression): LiteralValue {
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return known(expression.value)
    case 'null':
      return known(null)
    case 'word':
      return expression.value === 'now' ? UNKNOWN : known(expression.value)
    case 'paren':
    case 'backtick':
      return literalValue(expression.expression)
    case 'cast':
      return literalValue(expression.operand)
    case 'unary':
      return signed(expression.operator, literalValue(expression.operand))
    case 'array':
      return listValue(expression.elements)
    case 'object':
      return recordValue(expression.entries)
    default:
      return UNKNOWN
  }
}

function known(value: Literal): LiteralValue {
  return { known: true, value }
}

function signed(operator: string, operand: LiteralValue): LiteralValue {
  if (typeof operand.value !== 'number' || operator === '!') return UNKNOWN
  return known(operator === '-' ? -operand.value : operand.value)
}

function listValue(elements: readonly Expression[]): LiteralValue {
  const values: Literal[][] = []
  for (const element of elements) {
    const item = literalValue(element.kind === 'spread' ? element.expression : element)
    if (!item.known) return UNKNOWN
    if (element.kind !== 'spread') values.push([item.value])
    else if (Array.isArray(item.value)) values.push(item.value)
    else return UNKNOWN
  }
  return known(values.flat())
}

function recordValue(entries: readonly (Entry | Spread | Invalid)[]): LiteralValue {
  const pairs: [string, Literal][][] = []
  for (const entry of entries) {
    if (entry.kind === 'invalid') return UNKNOWN
    if (entry.kind === 'entry' && entry.disabled) continue
    const item = literalValue(entry.kind === 'spread' ? entry.expression : entry.value)
    if (!item.known || (entry.kind === 'entry' && keyExpression(entry) !== null)) return UNKNOWN
    if (entry.kind === 'entry') pairs.push([[entry.key, item.value]])
    else if (isRecord(item.value)) pairs.push(Object.entries(item.value))
    else return UNKNOWN
  }
  return known(Object.fromEntries(pairs.flat()))
}

/** Whether the literal is an object with keys. */
export function isRecord(value: Literal | undefined): value is { [key: string]: Literal } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
