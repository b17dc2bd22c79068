import type { QueryNode } from '@cairn/statements'
import type { ValueType } from '../../catalogue/value-type.ts'
import type { Compilation, Typed } from '../compilation.ts'
import { alike } from '../casts.ts'
import { condition } from './condition.ts'
import { expression } from './expression.ts'

/** `test ? then : else`. */
export function conditional(
  node: Extract<QueryNode, { kind: 'conditional' }>,
  to: Compilation,
  wanted: ValueType | null,
): Typed {
  const test = condition(node.test, to)
  const first = expression(node.then, to, wanted)
  const second = expression(node.else, to, wanted ?? first.type)
  const [then, otherwise] = alike(first, second)
  const sql = `(case when ${typeof test === 'string' ? test : String(test ?? true)} then ${then.sql} else ${otherwise.sql} end)`
  return { sql, type: then.type }
}
