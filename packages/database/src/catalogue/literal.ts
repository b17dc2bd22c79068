import { keyExpression, type Expression } from '@cairn/language'
import type { Value } from '@cairn/statements'

/** The value of an expression that stands for one by itself (`5`, `"x"`, `[1, 2]`, `{a: 1}`); undefined for any other. */
export function literalValue(expression: Expression): Value | undefined {
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'boolean':
    case 'word':
      return expression.value
    case 'null':
      return null
    case 'paren':
    case 'backtick':
      return literalValue(expression.expression)
    case 'cast':
      return literalValue(expression.operand)
    case 'unary':
      return negative(expression.operator, literalValue(expression.operand))
    case 'array':
      return allKnown(expression.elements.map(literalValue))
    case 'object':
      return literalObject(expression.entries)
    default:
      return undefined
  }
}

function negative(operator: string, value: Value | undefined): Value | undefined {
  if (typeof value !== 'number') return undefined
  return operator === '-' ? -value : operator === '+' ? value : undefined
}

function allKnown(values: (Value | undefined)[]): Value[] | undefined {
  return values.every((value): value is Value => value !== undefined) ? values : undefined
}

function literalObject(entries: Extract<Expression, { kind: 'object' }>['entries']): Value | undefined {
  const pairs: [string, Value][] = []
  for (const entry of entries) {
    const value = entry.kind === 'entry' ? literalValue(entry.value) : undefined
    if (entry.kind !== 'entry' || value === undefined || keyExpression(entry) !== null) return undefined
    if (!entry.disabled) pairs.push([entry.key, value])
  }
  return Object.fromEntries(pairs)
}
