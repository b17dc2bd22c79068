import type { Catalogue } from '../catalogue/catalogue.ts'
import { Compilation, type ParameterSource } from './compilation.ts'
import { condition } from './nodes/condition.ts'
import { expression } from './nodes/expression.ts'

/** A pass over a plan, for one combination of guard states. */
export function createCompilation(
  catalogue: Catalogue,
  states: string,
  source: ParameterSource = 'request',
): Compilation {
  return new Compilation(catalogue, states, { expression, condition }, source)
}
