import type { Body, Expression } from '@cairn/language'
import { catalogue, filters } from '@cairn/statements'

/** What runs of a saved object. */
export interface Work {
  stack: Body | null
  response: Expression | null
}

/**
 * Whether a stack only computes: it awaits nothing and changes nothing outside, so it may be started again from the
 * beginning. `callee` finds a function by name; what cannot be found fails, which is pure.
 */
export function isPure(work: Work | null, callee: (name: string) => Work | null, seen = new Set<Work>()): boolean {
  if (work === null || seen.has(work)) return true
  seen.add(work)
  return onlyComputes(work.stack, (name) => isPure(callee(name), callee, seen)) && !waits([work.stack, work.response])
}

function onlyComputes(body: Body | null, calleeIsPure: (name: string) => boolean): boolean {
  for (const item of body?.items ?? []) {
    if (item.kind !== 'statement' || item.disabled) continue
    const module = catalogue.get(item.name)
    if (module !== undefined) {
      if (module.run !== undefined || module.prepare !== undefined || module.effects === true) return false
      const called = module.calls?.(item) ?? null
      if (called !== null && !calleeIsPure(called)) return false
    }
    if (!onlyComputes(item.body, calleeIsPure)) return false
  }
  return true
}

/** Whether a filter that waits stands anywhere in these trees. */
function waits(trees: readonly unknown[]): boolean {
  const left = [...trees]
  for (let node = left.pop(); left.length > 0 || node !== undefined; node = left.pop()) {
    if (typeof node !== 'object' || node === null) continue
    const { kind, name } = node as { kind?: unknown; name?: unknown }
    if (kind === 'filter' && typeof name === 'string' && filters.get(name)?.wait !== undefined) return true
    for (const inner of Object.values(node)) if (typeof inner === 'object' && inner !== null) left.push(inner)
  }
  return false
}
