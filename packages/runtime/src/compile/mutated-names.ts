import type { Body, Expression, Statement } from '@cairn/language'
import { unwrap } from './scope.ts'

/** Statements that change the container of the variable behind their name. */
const changing = new Set(['array.push', 'array.unshift', 'array.pop', 'array.shift', 'array.merge', 'var.update'])

/** Names of the variables of a stack whose list or object a statement changes. */
export function mutatedNames(body: Body | null, found = new Set<string>()): Set<string> {
  for (const item of body?.items ?? []) {
    if (item.kind !== 'statement') continue
    const name = item.target === null || !changing.has(item.name) ? null : variableOf(item.target)
    if (name !== null) found.add(name)
    mutatedNames(item.body, found)
  }
  return found
}

/** Whether a statement sets a variable that some statement, maybe this one, changes in place. */
export function changesInPlace({ target, as }: Statement, mutated: ReadonlySet<string>): boolean {
  const name = target === null ? null : variableOf(target)
  return (name !== null && mutated.has(name)) || (as !== null && mutated.has(as.name))
}

/** The variable an expression is, or is a path into: `$x`, `$x.a.b`, `$var.x`. */
function variableOf(expression: Expression): string | null {
  let root = unwrap(expression)
  let key: string | null = null
  while (root.kind === 'member' || root.kind === 'index') {
    key = root.kind === 'member' ? root.key : null
    root = unwrap(root.object)
  }
  if (root.kind !== 'variable') return null
  return root.name === 'var' && key !== null ? key : root.name
}
