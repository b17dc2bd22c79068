import { FileResource, ValueStream } from '../../values/value.ts'
import { unfit } from '../refusal.ts'
import type { InputType } from './input-type.ts'

/** Any value, as it is: text that holds JSON stays text. */
export const json: InputType = { holdsEmptyText: true, convert: (value) => value }

/** An object without a schema: any object or list. */
export const anyObject: InputType = {
  holdsEmptyText: false,
  convert(value) {
    if (typeof value !== 'object' || value instanceof FileResource || value instanceof ValueStream)
      throw unfit('an object', value)
    return value
  },
}

/** A list of numbers, `size` of them where that is known. */
export function vector(size: number | null): InputType {
  const expected = size === null ? 'a list of numbers' : `a list of ${size} numbers`
  return {
    holdsEmptyText: false,
    convert(value) {
      if (!Array.isArray(value) || (size !== null && value.length !== size)) throw unfit(expected, value)
      if (!value.every((item) => typeof item === 'number' && Number.isFinite(item))) throw unfit(expected, value)
      return value
    },
  }
}
