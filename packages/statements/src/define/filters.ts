import type { Value } from '../values/value.ts'
import type { Evaluate, Filter, FilterDefinition, FilterParameter, TypeName } from './types.ts'

/** A filter: what it is, and what it does. */
export function filter(definition: FilterDefinition, evaluate: Evaluate): Filter {
  return { definition, evaluate }
}

/** A parameter that must be given. */
export function need(name: string, type: TypeName, help: string): FilterParameter {
  return { name, type, kind: 'value', required: true, help }
}

/** A parameter that may be left out; the filter then gets `fallback`, or `undefined` without one. */
export function allow(name: string, type: TypeName, help: string, fallback?: Value): FilterParameter {
  return { name, type, kind: 'value', required: false, help, ...(fallback !== undefined && { default: fallback }) }
}

/** An expression evaluated for each element, with `$$`, `$index` and `$parent`. */
export function each(name: string, help: string): FilterParameter {
  return { name, type: 'any', kind: 'each', required: true, help }
}
