import type { QueryPlan, Value } from '@cairn/statements'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { BoundRequest, Guard } from '../sql/compilation.ts'
import { compileCount, compileExists, compileQuery, guardsOf, type CompiledQuery } from '../sql/compile-query.ts'
import { compileForParents, type CompiledForParents } from '../sql/compile-for-parents.ts'
import type { TimeSource } from '../catalogue/value-type.ts'
import type { Store } from './store.ts'

/** Forms of one query that are kept; a query with more combinations of nulls than this compiles the rest each time. */
const keptVariants = 64

type Kind = 'rows' | 'count' | 'exists'

const compilers = { rows: compileQuery, count: compileCount, exists: compileExists }

/** A query plan's SQL, in the forms that its values call for. */
export class QueryProgram {
  readonly #plan: QueryPlan
  readonly #catalogue: Catalogue
  readonly #guards: readonly Guard[]
  readonly #variants = new Map<string, CompiledQuery>()
  readonly #forParents = new Map<string, CompiledForParents>()

  constructor(plan: QueryPlan, catalogue: Catalogue) {
    this.#plan = plan
    this.#catalogue = catalogue
    this.#guards = guardsOf(plan, catalogue)
  }

  /** The states of the guards for these values, and what they made of them. */
  bind(values: readonly Value[], time: TimeSource): { states: string; request: BoundRequest; guarded: unknown[] } {
    const guarded: unknown[] = []
    let states = ''
    for (const guard of this.#guards) {
      const { state, value } = guard.check(values, time)
      states += state
      guarded.push(value)
    }
    return { states, guarded, request: { values, guarded, time: time } }
  }

  variant(kind: Kind, states: string): CompiledQuery {
    const key = `${kind} ${states}`
    const known = this.#variants.get(key)
    if (known !== undefined) return known
    const isKept = this.#variants.size < keptVariants
    const made = compilers[kind](this.#plan, this.#catalogue, states, isKept)
    if (isKept) this.#variants.set(key, made)
    return made
  }
  /** The form for a set of parents whose values have these states. */
  forParents(kind: 'rows' | 'count', states: string): CompiledForParents {
    const key = `${kind} ${states}`
    const known = this.#forParents.get(key)
    if (known !== undefined) return known
    const isKept = this.#forParents.size < keptVariants
    const made = compileForParents(this.#plan, this.#catalogue, states, kind, isKept)
    if (isKept) this.#forParents.set(key, made)
    return made
  }
}

export function programOf(plan: QueryPlan, store: Store): QueryProgram {
  const known = store.queries.get(plan)
  if (known !== undefined) return known
  const made = new QueryProgram(plan, store.catalogue)
  store.queries.set(plan, made)
  return made
}
