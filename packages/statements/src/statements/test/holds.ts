import { toText } from '../../values/convert.ts'
import { isObject } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { sameValue } from './same-value.ts'

/** Whether a list has the element, an object a member of that value, a text the other text inside. */
export function holds(value: Value, wanted: Value): boolean {
  if (Array.isArray(value)) return value.some((item) => sameValue(item, wanted))
  if (isObject(value)) return Object.values(value).some((item) => sameValue(item, wanted))
  return toText(value).includes(toText(wanted))
}
