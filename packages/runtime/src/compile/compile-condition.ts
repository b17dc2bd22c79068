import type { Expression } from '@cairn/language'
import { isTruthy, js, type Code } from '@cairn/statements'
import { unwrap, type ExpressionScope } from './scope.ts'

/** Code that is true or false. */
export function compileCondition(expression: Expression, scope: ExpressionScope): Code {
  const inner = unwrap(expression)
  if (inner.kind === 'binary' && (inner.operator === '&&' || inner.operator === '||')) {
    const [left, right] = [compileCondition(inner.left, scope), compileCondition(inner.right, scope)]
    return inner.operator === '&&' ? js`(${left} && ${right})` : js`(${left} || ${right})`
  }
  if (inner.kind === 'unary' && inner.operator === '!') return js`!${compileCondition(inner.operand, scope)}`
  const { code, known } = scope.compile(inner, true)
  if (known === 'bool') return code
  if (known === 'number') return js`(${code} !== 0)`
  return js`${scope.constant(isTruthy)}(${code})`
}
