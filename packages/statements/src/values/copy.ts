import { setOwn } from './members.ts'
import { isObject, type ValueObject } from './kinds.ts'
import type { Value } from './value.ts'

/** A copy that shares no list or object with the original. Files and streams are shared. */
export function deepCopy(value: Value): Value {
  if (Array.isArray(value)) return value.map(deepCopy)
  if (!isObject(value)) return value
  const copy: ValueObject = {}
  for (const key of Object.keys(value)) setOwn(copy, key, deepCopy(value[key] as Value))
  return copy
}
