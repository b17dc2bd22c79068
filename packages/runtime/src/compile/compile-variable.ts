import type { Code } from '@cairn/statements'
import type { ExpressionScope } from './scope.ts'

/** `$name` where it is not the root of a path that has a meaning of its own. */
export function compileVariable(name: string, scope: ExpressionScope, mode: 'value' | 'look' | 'maybe'): Code {
  if (name === '$' || name === 'this') {
    if (scope.each !== null) return scope.each.item
    return scope.readVariable('this', mode)
  }
  if (name === 'index' && scope.each !== null) return scope.each.index
  if (name === 'parent' && scope.each !== null) return scope.each.parent
  if (name === 'result' && scope.each !== null && scope.each.result !== null) return scope.each.result
  if (name === 'input') return scope.input
  if (name === 'auth') return scope.auth
  return scope.readVariable(name, mode)
}
