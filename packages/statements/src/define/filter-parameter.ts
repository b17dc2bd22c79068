import type { Value } from '../values/value.ts'
import type { FilterArgument, FilterParameter, TypeName } from './types.ts'

/** An argument that must be given. */
export function needed(name: string, type: TypeName, help: string): FilterParameter {
  return { name, type, kind: 'value', required: true, help }
}

/** An argument that may be left out; `fallback` is then used. */
export function fallback(name: string, type: TypeName, value: Value, help: string): FilterParameter {
  return { name, type, kind: 'value', required: false, default: value, help }
}

/** The value of an argument; `missing` when it was left out. */
export function argument(given: FilterArgument, missing: Value = null): Value {
  return given === undefined || typeof given === 'function' ? missing : given
}
