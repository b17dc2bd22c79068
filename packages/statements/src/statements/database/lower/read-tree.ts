import type { Attribute, Expression, ObjectLiteral, Statement } from '@cairn/language'
import type { Value } from '../../../values/value.ts'

/** The value of an argument of a statement: the last one written that is not switched off, or null. */
export function argumentOf(statement: Statement, name: string): Expression | null {
  const found = (statement.body?.items ?? []).findLast(
    (item): item is Attribute => item.kind === 'attribute' && item.name === name && !item.disabled,
  )
  return found?.value ?? null
}

/** The value of a key of an object literal, or null. */
export function entryOf(object: ObjectLiteral, ...keys: string[]): Expression | null {
  for (const entry of object.entries) {
    if (entry.kind === 'entry' && !entry.disabled && keys.includes(entry.key)) return entry.value
  }
  return null
}

/** An expression without the parentheses, backticks and casts around it. */
export function bare(expression: Expression): Expression {
  if (expression.kind === 'paren' || expression.kind === 'backtick') return bare(expression.expression)
  if (expression.kind === 'cast') return bare(expression.operand)
  return expression
}

/** The text of a literal or a bare word, or null when it is computed. */
export function textOf(expression: Expression | null): string | null {
  if (expression === null) return null
  const inner = bare(expression)
  if (inner.kind === 'text' || inner.kind === 'word') return inner.value
  if (inner.kind === 'number') return inner.raw
  return null
}

/** `true`, `"yes"` and the like, or null when it is computed. */
export function switchOf(expression: Expression | null): boolean | null {
  if (expression === null) return false
  const inner = bare(expression)
  if (inner.kind === 'boolean') return inner.value
  if (inner.kind === 'null') return false
  const text = textOf(inner)?.toLowerCase()
  if (text === 'yes' || text === 'true' || text === '1') return true
  if (text === 'no' || text === 'false' || text === '0' || text === '') return false
  return null
}

/** The value of an expression that is known ahead; undefined when it is computed (the word `now` is). */
export function constantOf(expression: Expression): Value | undefined {
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return expression.value
    case 'null':
      return null
    case 'word':
      return expression.value === 'now' ? undefined : expression.value
    case 'paren':
    case 'backtick':
      return constantOf(expression.expression)
    case 'unary':
      return constantOfUnary(expression.operator, constantOf(expression.operand))
    case 'array':
      return constantElements(expression.elements)
    default:
      return undefined
  }
}

function constantOfUnary(operator: '!' | '-' | '+', operand: Value | undefined): Value | undefined {
  if (typeof operand !== 'number' || operator === '!') return undefined
  return operator === '-' ? -operand : operand
}

function constantElements(elements: Expression[]): Value | undefined {
  const values: Value[] = []
  for (const element of elements) {
    const value = constantOf(element)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values
}

/** `$root.a.b[0]` as `{ root, keys }`, or null for anything else. An index must be known ahead. */
export function chainOf(expression: Expression): { root: string; keys: string[] } | null {
  const keys: string[] = []
  let node = bare(expression)
  while (node.kind === 'member' || node.kind === 'index') {
    const key = node.kind === 'member' ? node.key : textOf(node.index)
    if (key === null) return null
    keys.unshift(key)
    node = bare(node.object)
  }
  return node.kind === 'variable' ? { root: node.name, keys } : null
}

/** Every expression directly inside another. */
function childrenOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'member':
      return [expression.object]
    case 'index':
      return [expression.object, expression.index]
    case 'filter':
      return expression.disabled ? [expression.base] : [expression.base, ...expression.args]
    case 'unary':
    case 'cast':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'ternary':
      return [expression.test, expression.then, expression.else]
    case 'range':
      return [expression.from, expression.to]
    case 'paren':
    case 'backtick':
    case 'spread':
      return [expression.expression]
    case 'array':
      return expression.elements
    case 'object':
      return expression.entries.flatMap((entry) =>
        entry.kind === 'entry' ? [entry.value] : entry.kind === 'spread' ? [entry.expression] : [],
      )
    default:
      return []
  }
}

/** Whether an expression, or any inside it, satisfies `test`. */
export function someExpression(expression: Expression, test: (expression: Expression) => boolean): boolean {
  return test(expression) || childrenOf(expression).some((child) => someExpression(child, test))
}
