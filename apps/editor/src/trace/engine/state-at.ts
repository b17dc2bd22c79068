import type { TraceValue } from '@cairn/contract'
import type { StepNode, TraceModel } from './trace-model.ts'

export interface VariableState {
  name: string
  value: TraceValue
  /** Whether the step at hand set it. */
  changed: boolean
}

/**
 * The variables of the stack at a step, after it when nothing ran within it, else before its first inner step; in the
 * order in which they came to be.
 */
export function variablesAt(model: TraceModel, at: number): VariableState[] {
  const own = model.nodes[at]
  if (own === undefined) return []
  const found = new Map<string, VariableState>()
  for (const node of endedBy(model, own)) {
    for (const [name, value] of node.step.variables) found.set(name, { name, value, changed: node.index === at })
  }
  return [...found.values()]
}

/** The steps of a stack that ended by then, in the order in which they did. */
function endedBy({ nodes }: TraceModel, own: StepNode): StepNode[] {
  const ended = nodes.filter((node) => node.stack === own.stack && isOver(node, own.index))
  return ended.toSorted((a, b) => a.last - b.last || b.depth - a.depth)
}

/** A round sets its element when it begins; everything else changes what it does when it ends. */
const isOver = (node: StepNode, at: number): boolean =>
  node.statement === 'each' ? node.index <= at : node.last <= at && !(node.index === at && node.children.length > 0)

/** What a stack was given. */
export function inputAt({ nodes }: TraceModel, at: number): TraceValue {
  const stack = nodes[nodes[at]?.stack ?? -1]
  return stack?.step.args.find(([name]) => name === 'input')?.[1] ?? null
}
