import type { FilterArgument } from '../define/types.ts'
import type { Value } from '../values/value.ts'

/** The value of an argument; `missing` when it was left out. */
export function argument(given: FilterArgument, missing: Value = null): Value {
  return given === undefined || typeof given === 'function' ? missing : given
}
