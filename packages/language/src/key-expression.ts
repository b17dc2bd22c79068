import { parseExpression } from './parse/parse-file.ts'
import type { Entry, Expression } from './tree.ts'

const startsAsVariable = /^\$[A-Za-z_]/

/**
 * What the key of an entry is computed from: `{$name: 1}` has the key that `$name` holds, `{$row.id: 1}` that of the
 * member. Null when the key is the text that stands there; in quotes it always is (`{"$ref": "x"}`).
 */
export function keyExpression({ key, quoted }: Entry): Expression | null {
  if (quoted || !startsAsVariable.test(key)) return null
  const { expression, diagnostics } = parseExpression(key)
  return diagnostics.length === 0 ? expression : null
}
