import type { Body } from '@cairn/language'
import { catalogue } from '@cairn/statements'

/**
 * Whether a stack only computes: it awaits nothing and changes nothing outside, so it may be started again from the
 * beginning. `callee` finds the stack of a function by name; what cannot be found fails, which is pure.
 */
export function isPure(body: Body | null, callee: (name: string) => Body | null, seen = new Set<Body>()): boolean {
  if (body === null || seen.has(body)) return true
  seen.add(body)
  for (const item of body.items) {
    if (item.kind !== 'statement' || item.disabled) continue
    const module = catalogue.get(item.name)
    if (module !== undefined) {
      if (module.run !== undefined || module.prepare !== undefined || module.effects === true) return false
      const called = module.calls?.(item) ?? null
      if (called !== null && !isPure(callee(called), callee, seen)) return false
    }
    if (!isPure(item.body, callee, seen)) return false
  }
  return true
}
