import type { QueryNode } from '@cairn/statements'
import { decimal, text } from '../../catalogue/value-types.ts'
import { asNumber, asText } from '../casts.ts'
import type { Compilation, Typed } from '../compilation.ts'

/** `+ - * / %` on numbers, `~` joins texts. Division by zero gives null; a whole number divided is not cut off. */
export function arithmetic(node: Extract<QueryNode, { kind: 'arithmetic' }>, to: Compilation): Typed {
  if (node.operator === '~') {
    const parts = [node.left, node.right].map((side) => `coalesce(${asText(to.expression(side, text))}, '')`)
    return { sql: `(${parts.join(' || ')})`, type: text }
  }
  const [left, right] = [node.left, node.right].map((side) => asNumber(to.expression(side, decimal)))
  switch (node.operator) {
    case '/':
      return { sql: `(${left} / nullif(${right}, 0))`, type: decimal }
    case '%':
      return { sql: `mod((${left})::numeric, nullif(${right}, 0)::numeric)::double precision`, type: decimal }
    default:
      return { sql: `(${left} ${node.operator} ${right})`, type: decimal }
  }
}
