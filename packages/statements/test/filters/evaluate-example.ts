/** A small evaluator of expressions, enough for the examples of filters: the runtime has the real one. */
import { createHash } from 'node:crypto'
import { parseExpression, type Expression, type FilterExpression } from '@cairn/language'
import type { FilterArgument, FilterContext } from '../../src/define/types.ts'
import { filters } from '../../src/filters/filters.ts'
import { evaluateOperator, unaryOperators } from '../../src/operators/operators.ts'
import { isTruthy } from '../../src/values/kinds.ts'
import { getMember, objectOf } from '../../src/values/members.ts'
import type { Value } from '../../src/values/value.ts'

/** Wednesday, 2025-01-15 13:14:15.678 UTC. */
export const now = Date.UTC(2025, 0, 15, 13, 14, 15, 678)

type Scope = Readonly<Record<string, Value>>

/**
 * A context with small bounds, at a time that stands still, whose random numbers are the least and whose random bytes
 * are the same in each; `spent` is the work counted so far.
 */
export function smallContext(bounds: { maxText?: number; maxArray?: number } = {}): FilterContext & { spent: number } {
  return {
    ports: {
      clock: { now: () => now, sleep: () => Promise.resolve() },
      random: {
        bytes: repeatableBytes(),
        integer: (min) => min,
        uuid: () => '123e4567-e89b-42d3-a456-426614174000',
        made: (make) => make(),
      },
      env: { get: () => null, all: () => ({}) },
    },
    maxText: bounds.maxText ?? 1_000_000,
    maxArray: bounds.maxArray ?? 100_000,
    evaluateExpression(text, { this: item, index, parent }) {
      return evaluateIn(text, { this: item, $: item, index, parent }, this)
    },
    spent: 0,
    spend(amount) {
      this.spent += amount
    },
  }
}

/** Bytes that differ from call to call and are the same in every run: of zeros alone no key can be made. */
function repeatableBytes(): (length: number) => Uint8Array<ArrayBuffer> {
  let blocks = 0
  const block = () => createHash('sha256').update(String(++blocks)).digest()
  return (length) => {
    const made = Array.from({ length: Math.ceil(length / 32) }, block)
    return new Uint8Array(Buffer.concat(made).subarray(0, length))
  }
}

/** The value of an expression. All values on the way are frozen: a filter that changes one fails. */
export function evaluateExample(text: string, context: FilterContext = smallContext()): Value {
  return evaluateIn(text, {}, context)
}

function evaluateIn(text: string, scope: Scope, context: FilterContext): Value {
  const { expression, diagnostics } = parseExpression(text)
  if (diagnostics.length > 0) throw new Error(`${text}: ${diagnostics[0]?.message}`)
  return evaluate(expression, scope, context)
}

function evaluate(node: Expression, scope: Scope, context: FilterContext): Value {
  return freeze(valueOf(node, scope, context))
}

function freeze(value: Value): Value {
  if (Array.isArray(value)) return freezeMembers(value)
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  return isPlain ? freezeMembers(value) : value
}

function freezeMembers(value: Value & object): Value {
  if (Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(freeze)
  return value
}

function valueOf(node: Expression, scope: Scope, context: FilterContext): Value {
  const inner = (expression: Expression): Value => evaluate(expression, scope, context)
  switch (node.kind) {
    case 'text':
    case 'number':
    case 'boolean':
    case 'word':
      return node.value
    case 'null':
      return null
    case 'variable':
      return scope[node.name] ?? null
    case 'paren':
    case 'backtick':
      return inner(node.expression)
    case 'array':
      return node.elements.map(inner)
    case 'object':
      return objectOf(
        node.entries.map((entry) => {
          if (entry.kind !== 'entry') throw new Error('An example holds only plain entries.')
          return [entry.key, inner(entry.value)]
        }),
      )
    case 'member':
      return getMember(inner(node.object), node.key) ?? null
    case 'index':
      return getMember(inner(node.object), inner(node.index)) ?? null
    case 'unary':
      return unaryOperators[node.operator].evaluate(inner(node.operand))
    case 'binary':
      return evaluateOperator(node.operator, inner(node.left), inner(node.right))
    case 'ternary':
      return inner(isTruthy(inner(node.test)) ? node.then : node.else)
    case 'filter':
      return applyFilter(node, scope, context)
    default:
      throw new Error(`An example holds no ${node.kind}.`)
  }
}

function applyFilter(node: FilterExpression, scope: Scope, context: FilterContext): Value {
  const filter = filters.get(node.name)
  if (filter === undefined) throw new Error(`There is no filter "${node.name}".`)
  const { params, variadic } = filter.definition
  const args = node.args.map((arg, at): FilterArgument => {
    const param = params[at] ?? (variadic === true ? params.at(-1) : undefined)
    if (param === undefined) throw new Error(`${node.name} takes ${params.length} arguments.`)
    if (param.kind !== 'each') return evaluate(arg, scope, context)
    return (item, index, parent, result) => evaluate(arg, { $: item, this: item, index, parent, result }, context)
  })
  return filter.evaluate(evaluate(node.base, scope, context), args, context)
}
