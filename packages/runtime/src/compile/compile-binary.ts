import type { Binary, Expression } from '@cairn/language'
import { isNumeric, isTruthy, js, literalCode, looseEquals, type Code } from '@cairn/statements'
import { concat, evaluateOperator } from '../run/operations.ts'
import { compileCondition } from './compile-condition.ts'
import { compileVariable } from './compile-variable.ts'
import { unwrap, type Compiled, type ExpressionScope } from './scope.ts'

const arithmetic = new Map([
  ['+', js`+`],
  ['-', js`-`],
  ['*', js`*`],
])
const order = new Map([
  ['<', js`<`],
  ['<=', js`<=`],
  ['>', js`>`],
  ['>=', js`>=`],
])

export function compileBinary(node: Binary, scope: ExpressionScope): Compiled {
  const { operator } = node
  if (operator === '&&') return { code: compileCondition(node, scope), known: 'bool' }
  if (operator === '||' || operator === '?:') return compileElvis(node, scope)
  if (operator === '??')
    return { code: js`(${maybe(node.left, scope)} ?? ${scope.compile(node.right).code})`, known: 'any' }
  if (operator === '~') {
    const [left, right] = [scope.compile(node.left, true).code, scope.compile(node.right, true).code]
    return { code: js`${scope.constant(concat)}(${left}, ${right}, ${scope.run})`, known: 'text' }
  }
  if (operator === '==' || operator === '!=') return compileEquality(node, scope)
  if (arithmetic.has(operator)) return compileFast(node, arithmetic.get(operator)!, 'number', scope)
  if (operator === '/' || operator === '%') return compileDivision(node, operator, scope)
  if (order.has(operator)) return compileFast(node, order.get(operator)!, 'bool', scope)
  const [left, right] = [scope.compile(node.left, true).code, scope.compile(node.right, true).code]
  return { code: slow(operator, left, right, scope), known: 'bool' }
}

function slow(operator: string, left: Code, right: Code, scope: ExpressionScope): Code {
  return js`${scope.constant(evaluateOperator)}(${literalCode(operator)}, ${left}, ${right})`
}

/** Names a side once, so that it can be looked at and used; what is known to be a number needs no look. */
function side(expression: Expression, scope: ExpressionScope): { first: Code; again: Code; number: boolean } {
  const { code, known } = scope.compile(expression, true)
  const inner = unwrap(expression)
  if (inner.kind === 'number') return { first: code, again: code, number: true }
  const temp = scope.temp()
  return { first: js`(${temp} = ${code})`, again: temp, number: known === 'number' }
}

/** Both sides evaluated in order and tested to be numbers: `test ? fast : slow`. */
function whenNumbers(node: Binary, fast: (left: Code, right: Code) => Code, scope: ExpressionScope): Code {
  const [left, right] = [side(node.left, scope), side(node.right, scope)]
  const both = js`(${left.first}, ${right.first}, ${numberTest(left)} && ${numberTest(right)})`
  return js`(${both} ? ${fast(left.again, right.again)} : ${slow(node.operator, left.again, right.again, scope)})`
}

function numberTest({ again, number }: { again: Code; number: boolean }): Code {
  return number ? js`true` : js`typeof ${again} === 'number'`
}

function compileFast(node: Binary, operator: Code, known: 'number' | 'bool', scope: ExpressionScope): Compiled {
  return { code: whenNumbers(node, (left, right) => js`${left} ${operator} ${right}`, scope), known }
}

function compileDivision(node: Binary, operator: '/' | '%', scope: ExpressionScope): Compiled {
  const divisor = unwrap(node.right)
  if (divisor.kind !== 'number' || divisor.value === 0 || (operator === '%' && !Number.isInteger(divisor.value))) {
    const [left, right] = [scope.compile(node.left, true).code, scope.compile(node.right, true).code]
    return { code: slow(operator, left, right, scope), known: 'number' }
  }
  const fast = (left: Code, right: Code) =>
    operator === '/' ? js`(${left} / ${right}) + 0` : js`(Math.trunc(${left}) % ${right}) + 0`
  return { code: whenNumbers(node, fast, scope), known: 'number' }
}

/**
 * `==` and `!=` compare loosely, `$flag == false` of null too; but with the word null on the right they ask whether there
 * is a value: 0, false and "" are. Endpoints that run update a field "when `$input.visible != null`", and take false.
 */
function compileEquality(node: Binary, scope: ExpressionScope): Compiled {
  if (unwrap(node.right).kind === 'null') {
    const test = node.operator === '==' ? js`===` : js`!==`
    return { code: js`(${scope.compile(node.left, true).code} ${test} null)`, known: 'bool' }
  }
  const [left, right] = [side(node.left, scope), side(node.right, scope)]
  const literal = unwrap(node.right)
  const loose = scope.constant(looseEquals)
  // Two texts differ when one of them reads as no number and they are not the same.
  const test =
    literal.kind === 'text' && !isNumeric(literal.value)
      ? js`(${left.first}, ${right.first}, ${left.again} === ${right.again} || (typeof ${left.again} !== 'string' && ${loose}(${left.again}, ${right.again})))`
      : js`(${left.first}, ${right.first}, ${left.again} === ${right.again} || (!(typeof ${left.again} === 'number' && typeof ${right.again} === 'number') && ${loose}(${left.again}, ${right.again})))`
  return { code: node.operator === '==' ? test : js`!${test}`, known: 'bool' }
}

/** The left side of `??`: a variable that was never set counts as null. */
function maybe(expression: Expression, scope: ExpressionScope): Code {
  const inner = unwrap(expression)
  return inner.kind === 'variable' ? compileVariable(inner.name, scope, 'maybe') : scope.compile(inner).code
}

/** `?:`: the left side's own value where that is true. */
function compileElvis({ left, right }: Binary, scope: ExpressionScope): Compiled {
  const [first, otherwise] = [scope.compile(left).code, scope.compile(right).code]
  const temp = scope.temp()
  return { code: js`(${scope.constant(isTruthy)}(${temp} = ${first}) ? ${temp} : ${otherwise})`, known: 'any' }
}
