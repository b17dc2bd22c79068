import { Refusal, shown, unfit } from '../refusal.ts'
import type { InputType } from './input-type.ts'

/** Text that is one of `values`. */
export function oneOf(values: readonly string[]): InputType {
  const allowed = new Set(values)
  return {
    holdsEmptyText: allowed.has(''),
    convert(value) {
      if (typeof value === 'object') throw unfit('one of its values', value)
      return String(value)
    },
    // After the rules: `trim` and `lower` may make it one of the values.
    check(value) {
      if (typeof value !== 'object' && allowed.has(String(value))) return
      throw new Refusal('bad_enum', says, shown(value))
    },
  }
}

function says(_: string, given: string | null): string {
  return `${given ?? 'The value'} is not one of the allowable values.`
}
