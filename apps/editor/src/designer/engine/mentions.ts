/** Which names a part of an object mentions. Broad on purpose: what is mentioned too much costs an input, no more. */
export interface Mentions {
  variables: ReadonlySet<string>
  inputs: ReadonlySet<string>
  /** Whether `$input` stands there as a whole. */
  wholeInput: boolean
}

type AnyNode = Readonly<Record<string, unknown>>

/** The names in a node, `skipped` nodes left out: `$x`, `$var.x`, `$input.x`, `as $x`, keys `{$x: 1}`, and code in texts. */
export function mentionsIn(root: object, skipped: ReadonlySet<object> = new Set()): Mentions {
  const variables = new Set<string>()
  const inputs = new Set<string>()
  let wholeInput = false
  const inText = (text: string) => {
    for (const [, name = ''] of text.matchAll(/\$var\.(\w+)/g)) variables.add(name)
    for (const [, name = ''] of text.matchAll(/\$input\.(\w+)/g)) inputs.add(name)
  }
  const visit = (node: object, inside: AnyNode | null) => {
    if (skipped.has(node)) return
    const one = node as AnyNode
    const { kind, name, key, value } = one
    if ((kind === 'variable' || kind === 'binding') && typeof name === 'string') {
      const member = inside?.['kind'] === 'member' && inside['object'] === node ? inside['key'] : null
      if (name === 'var' && typeof member === 'string') variables.add(member)
      else if (name === 'input' && typeof member === 'string') inputs.add(member)
      else if (name === 'input') wholeInput = true
      else variables.add(name)
    }
    if (kind === 'entry' && typeof key === 'string' && key.startsWith('$')) variables.add(key.slice(1))
    if (kind === 'text' && typeof value === 'string') inText(value)
    for (const child of Object.values(one)) if (typeof child === 'object' && child !== null) visit(child, one)
  }
  visit(root, null)
  return { variables, inputs, wholeInput }
}
