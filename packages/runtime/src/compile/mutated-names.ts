import type { Body } from '@cairn/language'
import { unwrap } from './scope.ts'

/** Statements that change the container of the variable behind their name. */
const changing = new Set(['array.push', 'array.unshift', 'array.pop', 'array.shift', 'array.merge', 'var.update'])

/** Names of the variables of a stack whose list or object a statement changes. */
export function mutatedNames(body: Body | null, found = new Set<string>()): Set<string> {
  for (const item of body?.items ?? []) {
    if (item.kind !== 'statement') continue
    if (item.target !== null && changing.has(item.name)) {
      let root = unwrap(item.target)
      let key: string | null = null
      while (root.kind === 'member' || root.kind === 'index') {
        key = root.kind === 'member' ? root.key : null
        root = unwrap(root.object)
      }
      if (root.kind === 'variable') found.add(root.name === 'var' && key !== null ? key : root.name)
    }
    mutatedNames(item.body, found)
  }
  return found
}
