import type { Body, Expression } from '@cairn/language'
import { filters } from '@cairn/statements'
import { unwrap } from './query-source.ts'

/** `$a.b` as "a.b"; null for anything but a variable and its members. */
export function chainText(expression: Expression): string | null {
  const node = unwrap(expression)
  if (node.kind === 'variable') return node.name
  if (node.kind !== 'member') return null
  const object = chainText(node.object)
  return object === null ? null : `${object}.${node.key}`
}

/** The chains that a stack asks the type of: `$input.list|is_text`. Behind such a question a value may be anything. */
export function doubtedChains(...bodies: (Body | Expression | null)[]): Set<string> {
  const found = new Set<string>()
  for (const body of bodies) look(body, found)
  return found
}

/** Goes through a tree of whatever nodes. */
function look(node: unknown, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  if (isFilter(node)) {
    const definition = filters.get(node.name)?.definition
    const chain = definition?.category === 'type' && definition.result === 'bool' ? chainText(node.base) : null
    if (chain !== null) found.add(chain)
  }
  for (const value of Object.values(node)) look(value, found)
}

function isFilter(node: object): node is Extract<Expression, { kind: 'filter' }> {
  return 'kind' in node && node.kind === 'filter'
}
