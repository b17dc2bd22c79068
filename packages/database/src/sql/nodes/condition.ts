import type { QueryNode, Value } from '@cairn/statements'
import type { Compilation, Condition } from '../compilation.ts'
import { compare } from './compare.ts'
import { isValue, valueOf, type ValueNode } from './value.ts'

/** Compiles a node where a condition stands. */
export function condition(node: QueryNode, to: Compilation): Condition {
  switch (node.kind) {
    case 'and':
    case 'or':
      return group(node.kind, node.items, to)
    case 'not':
      return negated(to.condition(node.item))
    case 'compare':
      return compare(node, to)
    default:
      return isValue(node) ? constantCondition(node, to) : truthy(node, to)
  }
}

/** Members that dropped out do not count; a group of none drops out itself. */
function group(kind: 'and' | 'or', items: readonly QueryNode[], to: Compilation): Condition {
  // All are compiled, also behind one that decides: guards are numbered in the order they are met.
  const made = items.map((item) => to.condition(item)).filter((item) => item !== null)
  if (made.length === 0) return null
  const deciding = kind === 'or'
  if (made.includes(deciding)) return deciding
  const open = made.filter((item) => typeof item === 'string')
  if (open.length === 0) return !deciding
  return open.length === 1 ? open[0]! : `(${open.join(` ${kind} `)})`
}

function negated(made: Condition): Condition {
  if (made === null) return null
  return typeof made === 'boolean' ? !made : `not ${made.startsWith('(') ? made : `(${made})`}`
}

/** A value alone: whether the stack takes it for true. */
function constantCondition(node: ValueNode, to: Compilation): Condition {
  const { state } = to.guard({
    check: (values, time) => ({ state: isTrue(valueOf(node, values, time.now)) ? 't' : 'f', value: null }),
  })
  return state !== 'f'
}

/** A column or expression alone: not empty. */
function truthy(node: QueryNode, to: Compilation): Condition {
  const { sql, type } = to.expression(node, null)
  switch (type.family) {
    case 'bool':
      return sql
    case 'number':
      return `${sql} <> 0`
    case 'text':
      return `${sql} not in ('', '0')`
    case 'list':
      return `cardinality(${sql}) > 0`
    case 'json':
      return `${sql} not in ('null', 'false', '0', '""', '[]', '{}')`
    default:
      return `${sql} is not null`
  }
}

function isTrue(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== null && value !== false && value !== 0 && value !== '' && value !== '0'
}
