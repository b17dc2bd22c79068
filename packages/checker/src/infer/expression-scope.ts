import type { Binary, Expression, FilterExpression, Member, Variable } from '@cairn/language'
import type { Type } from '../types/type.ts'
import type { QuerySource } from './query-source.ts'

/** What an expression can see. */
export interface ExpressionScope {
  /** The type of a variable of the stack; null where there is none of that name. */
  variable(name: string): Type | null
  input: Type
  /** What `$db` stands for; null outside of a query. */
  query: QuerySource | null
  /** What `$this` stands for; null outside of an expression that is evaluated for each element. */
  item: Type | null
  /** Chains such as `input.x` that the stack asks the type of: nothing is taken for granted of them. */
  doubted: ReadonlySet<string>
  watch: Watch | null
}

/** Told of every node whose parts have been typed, the inner ones first. */
export interface Watch {
  variable(node: Variable, scope: ExpressionScope): void
  member(node: Member, object: Type, scope: ExpressionScope): void
  filter(node: FilterExpression, base: Type, args: readonly Type[], scope: ExpressionScope): void
  binary(node: Binary, left: Type, right: Type, scope: ExpressionScope): void
  column(node: Expression, scope: ExpressionScope): void
  /** Every expression with its type. */
  typed(node: Expression, type: Type): void
}

/** Names that mean something without being set by a statement. */
const given: ReadonlySet<string> = new Set([
  '$',
  'auth',
  'db',
  'env',
  'error',
  'index',
  'input',
  'output',
  'parent',
  'response',
  'result',
  'this',
  'var',
])

export function isGiven(name: string): boolean {
  return given.has(name) || /^\d+$/.test(name)
}
