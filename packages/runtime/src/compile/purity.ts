import type { Body, Statement } from '@cairn/language'
import { catalogue, type StatementModule } from '@cairn/statements'

/**
 * Whether a stack only computes: it awaits nothing and changes nothing outside, so it may be started again from the
 * beginning. `callee` finds the stack of a function by name; what cannot be found fails, which is pure, and
 * a function with middleware or kept answers around it waits.
 */
export function isPure(
  body: Body | null,
  callee: (name: string) => Body | null | 'waits',
  seen = new Set<Body>(),
): boolean {
  if (body === null || seen.has(body)) return true
  seen.add(body)
  for (const item of body.items) {
    if (item.kind !== 'statement' || item.disabled) continue
    const module = catalogue.get(item.name)
    if (module !== undefined) {
      if (module.run !== undefined || module.prepare !== undefined || hasEffects(module, item)) return false
      const called = module.calls?.(item) ?? null
      const stack = called === null ? null : callee(called)
      if (stack === 'waits' || !isPure(stack, callee, seen)) return false
    }
    if (!isPure(item.body, callee, seen)) return false
  }
  return true
}

function hasEffects({ effects }: StatementModule, statement: Statement): boolean {
  return typeof effects === 'function' ? effects(statement) : effects === true
}
