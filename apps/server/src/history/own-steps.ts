import { Preview, type TraceStep } from '@cairn/runtime'
import type { Value } from '@cairn/statements'

/** A statement of a stack as it ran once. */
export interface RanStatement {
  address: string
  statement: string
  /** Null where it has none, or names no variable for it. */
  result: Value
  /** Whether only the beginning of the result was kept. */
  cut: boolean
  failed: boolean
  /** Of a loop: steps in it that were not kept. */
  passed: number
}

/** The statements of the stack that ran itself, without those of what it calls, in the order in which they began. */
export function ownStatements(steps: readonly TraceStep[]): RanStatement[] {
  const [stack] = steps
  return steps
    .filter((step) => step.object === null && step.site.loop === null && stackOf(step) === stack)
    .map(ranStatement)
}

function stackOf(step: TraceStep): TraceStep | null {
  let around = step.parent
  while (around !== null && around.object === null) around = around.parent
  return around
}

function ranStatement({ site, variables, error, passed }: TraceStep): RanStatement {
  const result = variables.findLast(([name]) => name === site.as)?.[1] ?? null
  const cut = result instanceof Preview
  const { address, statement } = site
  return { address, statement, result: cut ? null : result, cut, failed: error !== null, passed }
}
