import type { QueryNode, Value } from '@cairn/statements'
import { StackError } from '@cairn/statements'
import type { Catalogue, Table } from '../catalogue/catalogue.ts'
import { unfit, type TimeSource, type ValueType } from '../catalogue/value-type.ts'
import type { WireType } from '../connect/statement.ts'
import { packed } from './packed.ts'

/** SQL of a value, and its type. */
export interface Typed {
  sql: string
  type: ValueType
}

/** SQL that is true or false; `true`/`false` when that is known; null when the condition drops out. */
export type Condition = string | boolean | null

/** A parameter in the order of `$1…`: reads its converted value from a request's values. */
export interface Parameter {
  type: ValueType
  wire: WireType
  read(request: BoundRequest): unknown
}

/** What a parameter may read: the stack's values, and what the guards made of theirs. */
export interface BoundRequest {
  values: readonly Value[]
  guarded: readonly unknown[]
  time: TimeSource
}

/**
 * The state of a comparison with a value: `v` there, `d` there but a fraction against whole numbers, `n` null,
 * `x` of a kind the column cannot hold, `t`/`f` decided without the database.
 */
export type GuardState = 'v' | 'd' | 'n' | 'x' | 't' | 'f'

/** Decides, before the SQL is chosen, which form a comparison takes. Conditions that are never null use no index less. */
export interface Guard {
  check(values: readonly Value[], time: TimeSource): { state: GuardState; value: unknown }
}

/** Where parameters are in SQL: `$n`, or for an addon a column of the set of its parents. */
export type ParameterSource = 'request' | 'parents'

/** What the set of parents is called in SQL. */
export const parentsAlias = '"~parents"'

/** Compiles any node where a value, or where a condition stands. `wanted`: the type its surroundings would like. */
export interface NodeCompilers {
  expression(node: QueryNode, to: Compilation, wanted: ValueType | null): Typed
  condition(node: QueryNode, to: Compilation): Condition
}

/** One pass over a plan for one combination of guard states. */
export class Compilation {
  readonly catalogue: Catalogue
  /** Alias → table. The first is the query's own. */
  readonly scope = new Map<string, Table>()
  readonly evals = new Map<string, QueryNode>()
  readonly guards: Guard[] = []
  readonly parameters: Parameter[] = []
  readonly states: string
  readonly source: ParameterSource
  readonly #compilers: NodeCompilers
  #guardsMet = 0
  #evalsOpen = new Set<string>()

  constructor(catalogue: Catalogue, states: string, compilers: NodeCompilers, source: ParameterSource = 'request') {
    this.catalogue = catalogue
    this.states = states
    this.#compilers = compilers
    this.source = source
  }

  expression(node: QueryNode, wanted: ValueType | null): Typed {
    return this.#compilers.expression(node, this, wanted)
  }

  condition(node: QueryNode): Condition {
    return this.#compilers.condition(node, this)
  }

  /** Adds a parameter and gives its place in the SQL, with a cast so that the server never guesses a type. */
  parameter(type: ValueType, read: Parameter['read']): string {
    const place = this.parameters.push({ type, wire: type.wire, read }) - 1
    if (this.source === 'parents') return packed(type).unpack(`${parentsAlias}.p${place}`)
    return `$${this.parameters.length}::${type.sql}`
  }

  /** A constant of our own or of the plan: bound like any value. */
  constant(type: ValueType, value: Value): string {
    return this.parameter(type, ({ time }) => convertOrFail(type, value, time))
  }

  /** Registers a comparison's guard; its index, and the state this pass is compiled for. */
  guard(guard: Guard): { index: number; state: GuardState } {
    const index = this.#guardsMet
    this.#guardsMet += 1
    this.guards.push(guard)
    return { index, state: (this.states[index] ?? 'v') as GuardState }
  }

  /** Compiles an eval by name, refusing one that refers to itself. */
  withinEval<T>(name: string, compile: (node: QueryNode) => T): T {
    const node = this.evals.get(name)
    if (node === undefined || this.#evalsOpen.has(name)) {
      throw new StackError('standard', 'unknown_column', `The eval "${name}" refers to itself.`)
    }
    this.#evalsOpen.add(name)
    try {
      return compile(node)
    } finally {
      this.#evalsOpen.delete(name)
    }
  }
}

export function convertOrFail(type: ValueType, value: Value, time: TimeSource): unknown {
  const converted = type.convert(value, time)
  if (converted !== unfit) return converted
  throw new StackError('badrequest', 'invalid_value', `A value of the query does not fit the type ${type.sql}.`)
}
