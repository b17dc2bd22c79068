import type { Catalogue } from '../catalogue/catalogue.ts'
import { Compilation } from './compilation.ts'
import { condition } from './nodes/condition.ts'
import { expression } from './nodes/expression.ts'

/** A pass over a plan, for one combination of guard states. */
export function createCompilation(catalogue: Catalogue, states: string): Compilation {
  return new Compilation(catalogue, states, { expression, condition })
}
