import type { Expression, FilterExpression } from '@cairn/language'
import { commas, filters, js, type Code, type Filter, type FilterParameter } from '@cairn/statements'
import { compileCondition } from './compile-condition.ts'
import { pacedCall, restartingCall } from '../run/paced-filter.ts'
import { unwrap, type Compiled, type ExpressionScope } from './scope.ts'

/** Results of these types are never the piped value itself, nor hold it. */
const scalars = new Set(['int', 'decimal', 'number', 'bool', 'text', 'null', 'timestamp'])

export function compileFilter(node: FilterExpression, scope: ExpressionScope): Compiled {
  if (node.disabled) return scope.compile(node.base)
  const filter = filters.get(node.name)
  if (filter === undefined) {
    return scope.fail('unknown_filter', `There is no filter "${node.name}".`, 'See the list of filters in the docs.')
  }
  const base = scope.compile(node.base, scalars.has(filter.definition.result)).code
  const args = node.args.map((arg, index) => compileArgument(filter, arg, index, scope))
  checkCount(filter, args.length, scope)
  return { code: callFilter(filter, base, args, scope), known: 'any' }
}

/** The call of a filter with arguments as code. */
export function callFilter(filter: Filter, base: Code, args: readonly Code[], scope: ExpressionScope): Code {
  const { wait } = filter
  if (wait === undefined || !scope.mayWait) {
    const call = js`${scope.constant(evaluation(filter, scope))}(${base}, [${commas(args)}], ${scope.run})`
    return filter.paced !== undefined && scope.mayWait ? scope.awaited(call) : call
  }
  const stack = js`{ run: ${scope.run}, input: ${scope.input}, variables: () => (${scope.variables()}) }`
  return scope.awaited(js`${scope.constant(wait)}(${base}, [${commas(args)}], ${stack})`)
}

function evaluation(filter: Filter, { mayWait, mayRestart }: ExpressionScope): unknown {
  if (filter.paced !== undefined && mayWait) return pacedCall(filter)
  return filter.outlasts !== undefined && mayRestart ? restartingCall(filter) : filter.evaluate
}

function parameterAt(filter: Filter, index: number): FilterParameter | undefined {
  const { params, variadic } = filter.definition
  return params[index] ?? (variadic === true ? params.at(-1) : undefined)
}

function checkCount(filter: Filter, count: number, scope: ExpressionScope): void {
  const missing = filter.definition.params.find((param, index) => param.required && index >= count)
  if (missing === undefined) return
  scope.fail('missing_argument', `Filter ${filter.definition.name} needs the argument "${missing.name}".`)
}

function compileArgument(filter: Filter, arg: Expression, index: number, scope: ExpressionScope): Code {
  const kind = parameterAt(filter, index)?.kind
  if (kind === 'path' && startsAtElement(arg)) return compileEach(arg, false, 'value', scope)
  if (kind !== 'each') return scope.compile(arg).code
  const carries = filter.definition.params.some((param) => param.name === 'initial')
  return compileEach(arg, carries, 'value', scope)
}

/** Whether an expression starts at `$$` or `$this`. */
function startsAtElement(expression: Expression): boolean {
  const inner = unwrap(expression)
  if (inner.kind === 'variable') return inner.name === '$' || inner.name === 'this'
  if (inner.kind === 'member' || inner.kind === 'index') return startsAtElement(inner.object)
  return inner.kind === 'filter' && startsAtElement(inner.base)
}

/** An expression evaluated per element: a function of element, index, parent and running result. */
export function compileEach(
  expression: Expression,
  carries: boolean,
  kind: 'value' | 'condition',
  scope: ExpressionScope,
): Code {
  const outer = scope.each
  const [item, index, parent, result] = [scope.name(), scope.name(), scope.name(), scope.name()]
  scope.each = { item, index, parent, result: carries ? result : null }
  try {
    const inner = unwrap(expression)
    const { code, temps } = scope.inClosure(() =>
      kind === 'condition' ? compileCondition(inner, scope) : scope.compile(inner).code,
    )
    const names = temps.length === 0 ? js`` : js`let ${commas(temps)};`
    return js`((${item}, ${index}, ${parent}, ${result}) => { ${names} return ${code} })`
  } finally {
    scope.each = outer
  }
}
