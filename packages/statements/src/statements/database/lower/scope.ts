import type { Expression } from '@cairn/language'
import type { QueryNode } from '../../../ports/database.ts'

/** What lowering an expression needs to know about the query it stands in. */
export interface Scope {
  /** The table the query reads. */
  table: string
  /** Aliases of its joins. */
  aliases: readonly JoinName[]
  /** Computed columns by name; `$db.name` reads one. */
  evals: ReadonlyMap<string, QueryNode>
  /** The node for an expression without columns, or null when its parts must be lowered one by one. */
  value(expression: Expression): QueryNode | null
  /** The same, for a value used as true or false. */
  truth(expression: Expression): QueryNode | null
  /** Ends the lowering with a message at a place in the text. */
  fail: Fail
}

export interface JoinName {
  alias: string
  table: string
}

export type Fail = (reason: string, message: string, place: { start: number; end: number }) => never
