import type { TraceModel } from './trace-model.ts'

/** The next step, inside what this one called too. */
export const stepInto = ({ nodes }: TraceModel, at: number): number => Math.min(nodes.length - 1, at + 1)

/** The step before, wherever it is. */
export const stepBack = (_model: TraceModel, at: number): number => Math.max(0, at - 1)

/** The next step that is not within this one. */
export function stepOver({ nodes }: TraceModel, at: number): number {
  return Math.min(nodes.length - 1, (nodes[at]?.last ?? at) + 1)
}

/** The next step behind the one that this is within. */
export function stepOut(model: TraceModel, at: number): number {
  const parent = model.nodes[at]?.step.parent ?? -1
  return parent < 0 ? model.nodes.length - 1 : stepOver(model, parent)
}

/** The next step (or, `by` -1, the one before) that changes a variable of this stack; the same step when none does. */
export function nextChange({ nodes }: TraceModel, at: number, variable: string, by: 1 | -1 = 1): number {
  const stack = nodes[at]?.stack
  for (let index = at + by; index >= 0 && index < nodes.length; index += by) {
    const node = nodes[index]
    if (node === undefined || node.stack !== stack) continue
    // A block repeats what the statements in it changed.
    if (node.children.some((child) => nodes[child]?.stack === stack)) continue
    if (node.step.variables.some(([name]) => name === variable)) return index
  }
  return at
}

/** The next step at one of these statements, `object address`; the last step when there is none. */
export function nextStop({ nodes }: TraceModel, at: number, stops: ReadonlySet<string>): number {
  for (let index = at + 1; index < nodes.length; index++) {
    const node = nodes[index]
    if (node !== undefined && stops.has(`${node.object} ${node.address}`)) return index
  }
  return nodes.length - 1
}
