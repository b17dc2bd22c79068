import { StackError } from '../../values/error.ts'
import { isObject } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'

/** The elements of an array, or the values of an object; null has none. */
export function listOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value
  if (value === null) return []
  if (isObject(value)) return Object.values(value)
  throw new StackError('standard', 'not_an_array', 'Variable is not an array.')
}
