import type { TraceValue } from '@cairn/contract'
import { plainValue } from './plain-value.ts'
import type { TraceModel } from './trace-model.ts'

/** A statement of the stack that was run, with plain values. */
export interface OwnStep {
  address: string
  args: Record<string, unknown>
  /** What it changed, by name. */
  variables: Record<string, unknown>
}

/** The statements of the object that was run, in the order in which they began; none of what they called. */
export function ownSteps({ trace, nodes }: TraceModel, object: { kind: string; name: string }): OwnStep[] {
  const index = trace.objects.findIndex(({ kind, name }) => kind === object.kind && name === object.name)
  const root = nodes.find((node) => node.object === index && node.statement === '')
  const plain = (pairs: readonly (readonly [string, TraceValue])[]) =>
    Object.fromEntries(pairs.map(([name, value]) => [name, plainValue(trace, value)]))
  return nodes
    .filter(({ stack, address, statement }) => stack === root?.index && address !== '' && statement !== 'each')
    .map(({ address, step }) => ({
      address,
      args: plain(step.args),
      variables: plain(step.variables),
    }))
}
