/** What the filters of lists and objects take apart, and how they put it together again. */
import { StackError } from '../values/error.ts'
import { isObject, typeName, type Container } from '../values/kinds.ts'
import { objectOf } from '../values/members.ts'
import type { Value } from '../values/value.ts'
import type { FilterContext } from '../define/types.ts'
import type { EvaluatePathExpression } from '../values/path/path-scope.ts'

/** The list. The empty object is one too; anything else is "Variable is not an array.". */
export function listOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value
  if (isObject(value) && Object.keys(value).length === 0) return []
  throw notArray(value)
}

/** The elements of a list, or the values of an object. */
export function elementsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value
  if (isObject(value)) return Object.values(value)
  throw notArray(value)
}

/** The list or object itself. */
export function containerOf(value: Value): Container {
  if (Array.isArray(value) || isObject(value)) return value
  throw notArray(value)
}

/** How many elements or keys it has. */
export function sizeOf(container: Container): number {
  return Array.isArray(container) ? container.length : Object.keys(container).length
}

/** Keys and values: indexes of a list, names of an object. */
export function entriesOf(value: Value): readonly (readonly [key: number | string, value: Value])[] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item] as const)
  if (isObject(value)) return Object.entries(value)
  throw notArray(value)
}

/** The entries for which `keep` holds: a list stays a list, an object keeps its keys. */
export function keepEntries(
  given: Value,
  context: FilterContext,
  keep: (item: Value, key: number | string) => boolean,
): Container {
  const value = containerOf(given)
  context.spend(sizeOf(value))
  if (Array.isArray(value)) return value.filter((item, index) => keep(item, index))
  return objectOf(Object.entries(value).filter(([key, item]) => keep(item, key)))
}

/** What evaluates the expressions inside a path. */
export function pathExpressions(context: FilterContext): EvaluatePathExpression {
  return (expression, scope) => context.evaluateExpression(expression, scope)
}

function notArray(value: Value): StackError {
  return new StackError('standard', 'not_array', 'Variable is not an array.', {
    hint: `This is of type ${typeName(value)}. Use safe_array to make a list of it.`,
  })
}
