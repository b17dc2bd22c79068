import { keyExpression, type Entry, type Expression } from '@cairn/language'
import { commas, js, literalCode, type Code, type Value } from '@cairn/statements'
import { cast, evaluateOperator, keyText, range, objectSpread, arraySpread } from '../run/operations.ts'
import { compileBinary } from './compile-binary.ts'
import { compileCondition } from './compile-condition.ts'
import { compileFilter } from './compile-filter.ts'
import { compileIndex, compileMember } from './compile-member.ts'
import { compileVariable } from './compile-variable.ts'
import { unwrap, type Compiled, type ExpressionScope } from './scope.ts'

const any = (code: Code): Compiled => ({ code, known: 'any' })

/** The code of an expression's value. `look`: the caller keeps nothing of it. */
export function compile(expression: Expression, scope: ExpressionScope, look = false): Compiled {
  const inner = unwrap(expression)
  switch (inner.kind) {
    case 'text':
      return { code: scope.literal(inner.value), known: 'text' }
    case 'number':
      return { code: js`(${scope.literal(inner.value)})`, known: 'number' }
    case 'boolean':
      return { code: scope.literal(inner.value), known: 'bool' }
    case 'null':
      return any(js`null`)
    case 'word':
      if (inner.value === 'now') return { code: js`${scope.run}.now()`, known: 'number' }
      return { code: scope.literal(inner.value), known: 'text' }
    case 'variable':
      return any(compileVariable(inner.name, scope, look ? 'look' : 'value'))
    case 'member':
      return any(compileMember(inner, scope))
    case 'index':
      return any(compileIndex(inner, scope))
    case 'filter':
      return compileFilter(inner, scope)
    case 'binary':
      return compileBinary(inner, scope)
    case 'unary':
      return compileUnary(inner.operator, inner.operand, scope)
    case 'ternary': {
      const test = compileCondition(inner.test, scope)
      return any(js`(${test} ? ${value(inner.then, scope)} : ${value(inner.else, scope)})`)
    }
    case 'range':
      return any(js`${scope.constant(range)}(${value(inner.from, scope)}, ${value(inner.to, scope)}, ${scope.run})`)
    case 'cast':
      return any(js`${scope.constant(cast)}(${literalCode(inner.type)}, ${value(inner.operand, scope)})`)
    case 'array':
      return any(js`[${commas(inner.elements.map((element) => compileElement(element, scope)))}]`)
    case 'object':
      return any(compileObject(inner, scope))
    case 'spread':
      return scope.fail('misplaced_spread', '"..." can only stand in an array or an object.')
    case 'invalid':
      return scope.fail('unreadable_expression', `The expression "${inner.text.slice(0, 80)}" can't be read.`)
    default:
      return scope.fail('unreadable_expression', 'This expression cannot be evaluated.')
  }
}

export function value(expression: Expression, scope: ExpressionScope): Code {
  return compile(expression, scope).code
}

function compileUnary(operator: '!' | '-' | '+', operand: Expression, scope: ExpressionScope): Compiled {
  if (operator === '!') return { code: js`!${compileCondition(operand, scope)}`, known: 'bool' }
  const inner = unwrap(operand)
  if (inner.kind === 'number') {
    return { code: js`(${literalCode(operator === '-' ? -inner.value : inner.value)})`, known: 'number' }
  }
  const { code, known } = compile(inner, scope, true)
  if (known === 'number') return { code: operator === '-' ? js`(-${code} + 0)` : code, known }
  const zero: Value = 0
  const word = literalCode(operator)
  return { code: js`${scope.constant(evaluateOperator)}(${word}, ${literalCode(zero)}, ${code})`, known: 'number' }
}

function compileElement(element: Expression, scope: ExpressionScope): Code {
  if (element.kind !== 'spread') return value(element, scope)
  return js`...${scope.constant(arraySpread)}(${value(element.expression, scope)})`
}

function compileObject(node: Extract<Expression, { kind: 'object' }>, scope: ExpressionScope): Code {
  const members: Code[] = []
  for (const entry of node.entries) {
    if (entry.kind === 'invalid')
      return scope.fail('unreadable_expression', `"${entry.text.slice(0, 80)}" can't be read.`)
    if (entry.kind === 'spread') members.push(js`...${scope.constant(objectSpread)}(${value(entry.expression, scope)})`)
    else if (!entry.disabled) members.push(js`[${compileKey(entry, scope)}]: ${value(entry.value, scope)}`)
  }
  return js`{${commas(members)}}`
}

function compileKey(entry: Entry, scope: ExpressionScope): Code {
  const key = keyExpression(entry)
  if (key === null) return literalCode(entry.key)
  return js`${scope.constant(keyText)}(${compile(key, scope, true).code})`
}
