import type { Expression } from '@cairn/language'

/** Without the parentheses and backticks around it. */
export function unwrapped(expression: Expression): Expression {
  let inner = expression
  while (inner.kind === 'paren' || inner.kind === 'backtick') inner = inner.expression
  return inner
}
