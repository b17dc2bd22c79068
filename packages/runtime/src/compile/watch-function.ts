import { parseExpression } from '@cairn/language'
import { StackError } from '@cairn/statements'
import { compileStack, type StackFunction } from './compile-stack.ts'

/**
 * An expression of the language as a function of variables of those names and an input. It only computes. What can't be
 * read is a StackError.
 */
export function watchFunction(text: string, names: readonly string[]): StackFunction {
  const { expression, diagnostics } = parseExpression(text)
  const found = diagnostics.find(({ severity }) => severity === 'error')
  if (found !== undefined) throw new StackError('standard', 'unreadable_expression', found.message)
  return compileStack({ stack: null, response: expression }, { async: false, traced: false, given: names }).call
}
