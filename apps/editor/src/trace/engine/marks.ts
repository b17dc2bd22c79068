import { around, type StepNode, type TraceModel } from './trace-model.ts'
import { shortValue } from './plain-value.ts'

/** What a statement on a screen shows of a run. */
export interface Mark {
  state: 'current' | 'ran' | 'failed'
  /** The value that it set last, or why it failed. */
  text: string
  failed: boolean
}

/** By address, the marks of the statements of one object when a run is looked at a step. */
export function marksAt(model: TraceModel, at: number, object: { kind: string; name: string }): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  const known = model.trace.objects.findIndex(({ kind, name }) => kind === object.kind && name === object.name)
  if (known < 0) return marks
  for (const node of model.nodes.slice(0, at + 1)) {
    if (node.object !== known || node.address === '') continue
    const { error } = node.step
    const failed = error !== null
    marks.set(node.address, { state: failed ? 'failed' : 'ran', text: error?.message ?? textOf(model, node), failed })
  }
  const here = model.nodes[at]
  const current = [...around(model, at), ...(here === undefined ? [] : [here])]
    .toReversed()
    .find((node) => node.object === known && node.address !== '')
  if (current !== undefined) {
    const { text = '', failed = false } = marks.get(current.address) ?? {}
    marks.set(current.address, { text, failed, state: 'current' })
  }
  return marks
}

/** The variable of its result, else the one it changed, with its value. */
function textOf({ trace }: TraceModel, { step }: StepNode): string {
  const as = trace.sites[step.site]?.as
  const shown = step.variables.find(([name]) => name === as) ?? step.variables[0]
  return shown === undefined ? '' : `${shown[0]} = ${shortValue(trace, shown[1])}`
}
