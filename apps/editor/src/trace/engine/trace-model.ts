import type { Trace, TraceStep } from '@cairn/contract'

/** A step with its place in the tree of steps; all by index. */
export interface StepNode {
  index: number
  step: TraceStep
  address: string
  /** `db.get`; `each` for a round of a loop; empty for a whole stack. */
  statement: string
  /** Index of the stack's object in the trace. */
  object: number
  depth: number
  children: number[]
  /** The step of the stack it runs in; its own index for a stack. */
  stack: number
  /** The last step within it; its own index when nothing is. */
  last: number
}

/** A trace that can be walked. */
export interface TraceModel {
  trace: Trace
  nodes: readonly StepNode[]
  roots: readonly number[]
}

export function readTrace(trace: Trace): TraceModel {
  const nodes: StepNode[] = []
  const roots: number[] = []
  trace.steps.forEach((step, index) => {
    const parent = nodes[step.parent]
    const site = trace.sites[step.site]
    const isStack = site?.statement === ''
    nodes.push({
      index,
      step,
      address: site?.address ?? '',
      statement: site?.statement ?? '',
      object: site?.object ?? -1,
      depth: parent === undefined ? 0 : parent.depth + 1,
      children: [],
      stack: isStack || parent === undefined ? index : parent.stack,
      last: index,
    })
    if (parent === undefined) roots.push(index)
    else parent.children.push(index)
  })
  // A step comes behind the one it is within, so that going backwards each knows its last before its parent asks.
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]
    const parent = node === undefined ? undefined : nodes[node.step.parent]
    if (node !== undefined && parent !== undefined) parent.last = Math.max(parent.last, node.last)
  }
  return { trace, nodes, roots }
}

/** The steps around one, from the outside in, without itself. */
export function around({ nodes }: TraceModel, index: number): StepNode[] {
  const found: StepNode[] = []
  for (let node = nodes[nodes[index]?.step.parent ?? -1]; node !== undefined; node = nodes[node.step.parent])
    found.unshift(node)
  return found
}

/** The step that failed first: where an error that ended the run came from; null when it ended well. */
export function failedStep({ nodes, roots }: TraceModel): StepNode | null {
  const root = roots.map((index) => nodes[index]).find((node) => node?.step.error != null)
  if (root === undefined) return null
  let found = root
  for (;;) {
    const inner = found.children.map((index) => nodes[index]).findLast((node) => node?.step.error != null)
    if (inner === undefined) return found
    found = inner
  }
}
