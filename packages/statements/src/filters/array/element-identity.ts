import type { FilterContext } from '../../define/types.ts'
import { numberToText } from '../../values/convert.ts'
import { isObject } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { allowDepth } from '../limits.ts'

/**
 * Something equal for elements that count as the same in a set: scalars by their text, as in PHP (1 and "1", null and
 * ""), lists and objects by what they hold, key order not counting; files and streams by themselves.
 */
export function elementIdentity(value: Value, context: FilterContext): unknown {
  if (Array.isArray(value) || isObject(value)) return deepText(value, context, 0)
  return typeof value === 'object' && value !== null ? value : `=${scalarText(value)}`
}

function scalarText(value: null | boolean | number | string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberToText(value)
  return value === true ? '1' : ''
}

/** Each part counts as work: a list held twice at every level doubles with each of them. */
function deepText(value: Value, context: FilterContext, depth: number): string {
  allowDepth(depth)
  context.spend(1)
  if (Array.isArray(value)) return `[${value.map((item) => deepText(item, context, depth + 1)).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const keys = Object.keys(value).toSorted()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${deepText(value[key] as Value, context, depth + 1)}`).join(',')}}`
}
