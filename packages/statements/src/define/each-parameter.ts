import type { EachFunction, FilterArgument, FilterParameter } from './types.ts'

/** An expression that is evaluated for each element, with `$$` (or `$this`), `$index` and `$parent`. */
export function perElement(name: string, help: string): FilterParameter {
  return { name, type: 'any', kind: 'each', required: true, help }
}

/** What to go by of each element, as a path; the element itself when left out. */
export function pathOfElement(help: string): FilterParameter {
  return { name: 'path', type: 'text', kind: 'path', required: false, default: null, help }
}

/** The expression of a parameter of kind `each`; a plain value stands for itself. */
export function eachArgument(given: FilterArgument): EachFunction {
  return typeof given === 'function' ? given : () => given ?? null
}
