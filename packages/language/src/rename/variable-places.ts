import type { Statement } from '../tree.ts'

/** Where a name stands, and what stands there after it was renamed. */
export interface NamePlace {
  start: number
  end: number
  text: string
}

/** Any node of a tree, seen from outside. */
type AnyNode = { kind?: string; start?: number; end?: number; [part: string]: unknown }

/**
 * Every place of an object that names a variable (`$x`, `$var.x`, `as $x`) or an input (its line, `$input.x`), in order.
 */
export function variablePlaces(
  text: string,
  object: Statement,
  kind: 'input' | 'variable',
  from: string,
  to: string,
): NamePlace[] {
  const places = new Map<number, NamePlace>()
  const add = (start: number, end: number, name: string) => places.set(start, { start, end, text: name })
  const holder = kind === 'input' ? 'input' : 'var'

  /** A binding begins at its `as`. */
  const addBinding = (binding: AnyNode) => {
    const [, lead = '', sigil = ''] = /^(as\s+)?(\$?)/.exec(text.slice(binding.start, binding.end)) ?? []
    const start = binding.start! + lead.length
    add(start, start + sigil.length + from.length, sigil + to)
  }
  const visit = (node: AnyNode): void => {
    if (kind === 'variable' && node.kind === 'variable' && node['name'] === from) add(node.start!, node.end!, `$${to}`)
    if (kind === 'variable' && node.kind === 'binding' && node['name'] === from) addBinding(node)
    if (node.kind === 'member' && node['key'] === from) {
      const owner = node['object'] as AnyNode
      // From the end of `$input`: a dot and the name, plain or quoted.
      if (owner.kind === 'variable' && owner['name'] === holder) add(owner.end!, node.end!, `.${to}`)
    }
    for (const part of Object.values(node)) visitPart(part)
  }
  const visitPart = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) visitPart(one)
    else if (typeof part === 'object' && part !== null) visit(part as AnyNode)
  }
  visit(object as unknown as AnyNode)

  if (kind === 'input') {
    const clause = object.body?.items.find((item) => item.kind === 'statement' && item.name === 'input')
    for (const field of clause?.kind === 'statement' ? (clause.body?.items ?? []) : []) {
      if (field.kind === 'field' && field.name === from) add(field.nameSpan.start, field.nameSpan.end, to)
    }
  }
  return [...places.values()].toSorted((a, b) => a.start - b.start)
}
