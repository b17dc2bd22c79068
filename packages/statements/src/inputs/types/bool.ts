import { unfit } from '../refusal.ts'
import type { Given, InputType } from './input-type.ts'

const words = new Map<Given, boolean>([
  ['true', true],
  ['1', true],
  ['on', true],
  ['yes', true],
  [1, true],
  [true, true],
  ['false', false],
  ['0', false],
  ['off', false],
  ['no', false],
  [0, false],
  [false, false],
])

/** true and false, 1 and 0, and the words a form or a query string has for them. */
export const bool: InputType = {
  holdsEmptyText: false,
  convert(value) {
    const known = words.get(typeof value === 'string' && value.length < 6 ? value.toLowerCase() : value)
    if (known === undefined) throw unfit('true or false', value)
    return known
  },
}
