import type { Value } from '../value.ts'

/** What an expression inside a path may name besides the stack's variables. */
export interface PathScope {
  /** `$$`, `$this`. */
  this: Value
  /** `$index`: the element's position, null outside a list. */
  index: Value
  /** `$parent`: the list or object that holds it. */
  parent: Value
  /** `$0` is the root, `$1` … each level below it; `$[-2]` counts from the end. */
  anchors: readonly Value[]
}

/** Evaluates an expression embedded in a path. Supplied by the runtime. */
export type EvaluatePathExpression = (expression: string, scope: PathScope) => Value
