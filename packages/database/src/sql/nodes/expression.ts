import type { QueryNode } from '@cairn/statements'
import type { ValueType } from '../../catalogue/value-type.ts'
import { bool } from '../../catalogue/value-types.ts'
import type { Compilation, Typed } from '../compilation.ts'
import { arithmetic } from './arithmetic.ts'
import { column } from './column.ts'
import { conditional } from './conditional.ts'
import { filter } from './filter.ts'
import { value } from './value.ts'

/** Compiles any node to a value. `wanted` is the type its surroundings would like a value of the stack to have. */
export function expression(node: QueryNode, to: Compilation, wanted: ValueType | null): Typed {
  switch (node.kind) {
    case 'column':
      return column(node, to)
    case 'value':
    case 'literal':
    case 'now':
      return value(node, to, wanted)
    case 'arithmetic':
      return arithmetic(node, to)
    case 'filter':
      return filter(node, to)
    case 'conditional':
      return conditional(node, to, wanted)
    case 'and':
    case 'or':
    case 'not':
    case 'compare': {
      const made = to.condition(node)
      return { sql: typeof made === 'string' ? `(${made})` : String(made ?? true), type: bool }
    }
  }
}
