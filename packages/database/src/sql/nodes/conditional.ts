import type { QueryNode } from '@cairn/statements'
import type { ValueType } from '../../catalogue/value-type.ts'
import type { Compilation, Typed } from '../compilation.ts'
import { alike } from '../casts.ts'

/** `test ? then : else`. */
export function conditional(
  node: Extract<QueryNode, { kind: 'conditional' }>,
  to: Compilation,
  wanted: ValueType | null,
): Typed {
  const test = to.condition(node.test)
  const first = to.expression(node.then, wanted)
  const second = to.expression(node.else, wanted ?? first.type)
  const [then, otherwise] = alike(first, second)
  const sql = `(case when ${typeof test === 'string' ? test : String(test ?? true)} then ${then.sql} else ${otherwise.sql} end)`
  return { sql, type: then.type }
}
