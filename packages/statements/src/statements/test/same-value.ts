import { isObject } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'

/** Whether two values are the same: types count, the order of an object's keys does not. */
export function sameValue(left: Value, right: Value): boolean {
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, at) => sameValue(item, right[at]!))
  }
  if (!isObject(left) || !isObject(right)) return left === right
  const keys = Object.keys(left)
  if (keys.length !== Object.keys(right).length) return false
  return keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key]!, right[key]!))
}
