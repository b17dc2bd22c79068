/** A small evaluator of expressions, enough for the examples of filters: the runtime has the real one. */
import { parseExpression, type Expression, type FilterExpression } from '@cairn/language'
import { evaluateOperator, unaryOperators } from '../../src/operators/operators.ts'
import { filters } from '../../src/filters/filters.ts'
import { isTruthy } from '../../src/values/kinds.ts'
import { getMember, objectOf } from '../../src/values/members.ts'
import type { FilterArgument, FilterContext } from '../../src/define/types.ts'
import type { Value } from '../../src/values/value.ts'

type Scope = Readonly<Record<string, Value>>

/** Deeply frozen, so that a filter that changes what it is given fails. */
export function freeze<T extends Value>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}

/** The value of the text; `limits` replaces members of the context. */
export function evaluateText(text: string, limits: Partial<FilterContext> = {}): Value {
  const context: FilterContext = { ...testContext(), ...limits }
  return evaluateIn(text, {}, context)
}

function testContext(): FilterContext {
  const context: FilterContext = {
    ports: {
      clock: { now: () => 0, sleep: () => Promise.resolve() },
      random: { bytes: (length) => new Uint8Array(length), integer: (min) => min, uuid: () => 'uuid' },
      env: { get: () => null, all: () => ({}) },
    } as FilterContext['ports'],
    maxText: 10_000,
    maxArray: 10_000,
    spend: () => undefined,
    evaluateExpression: (text, scope) =>
      evaluateIn(text, { this: scope.this, $: scope.this, index: scope.index, parent: scope.parent }, context),
  }
  return context
}

function evaluateIn(text: string, scope: Scope, context: FilterContext): Value {
  const { expression, diagnostics } = parseExpression(text)
  if (diagnostics.length > 0) throw new Error(`${text}: ${diagnostics.map(({ message }) => message).join(' ')}`)
  return freeze(evaluate(expression, scope, context))
}

function evaluate(node: Expression, scope: Scope, context: FilterContext): Value {
  const inner = (expression: Expression): Value => freeze(evaluate(expression, scope, context))
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
        node.entries.map((entry) => (entry.kind === 'entry' ? [entry.key, inner(entry.value)] : ['', null])),
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
      throw new Error(`The examples use no ${node.kind}.`)
  }
}

function applyFilter(node: FilterExpression, scope: Scope, context: FilterContext): Value {
  const filter = filters.get(node.name)
  if (filter === undefined) throw new Error(`There is no filter "${node.name}".`)
  const { params, variadic } = filter.definition
  const args = node.args.map((arg, at): FilterArgument => {
    const param = params[at] ?? (variadic === true ? params.at(-1) : undefined)
    if (param === undefined) throw new Error(`${node.name} takes ${params.length} arguments.`)
    if (param.kind !== 'each') return freeze(evaluate(arg, scope, context))
    return (item, index, parent, result) =>
      freeze(evaluate(arg, { $: item, this: item, index, parent, result }, context))
  })
  return filter.evaluate(freeze(evaluate(node.base, scope, context)), args, context)
}
