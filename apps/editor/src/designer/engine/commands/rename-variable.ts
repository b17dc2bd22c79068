import { statements, type Statement } from '@cairn/language'
import type { Command } from '../command.ts'

/** How often a variable is read or changed in an object, its own output aside. */
export function countUses(object: Statement, name: string): number {
  let count = 0
  visit(object, (node) => {
    if (node['kind'] === 'variable' && node['name'] === name) count += 1
  })
  return count
}

/** Renames a variable where it is made and wherever it is used. */
export function renameVariable(from: string, to: string): Command {
  return (object) => {
    visit(object, (node) => {
      const names = node['kind'] === 'variable' || node['kind'] === 'binding'
      if (names && node['name'] === from) node['name'] = to
    })
    const made = [...statements(object.body)].find(({ statement }) => statement.as?.name === to)
    return made === undefined ? [] : [made.address]
  }
}

function visit(node: object, see: (node: Record<string, unknown>) => void): void {
  see(node as Record<string, unknown>)
  for (const child of Object.values(node) as unknown[]) {
    if (typeof child === 'object' && child !== null) visit(child, see)
  }
}
