import type { QueryAddon } from '@cairn/statements'
import type { Table } from '../catalogue/catalogue.ts'
import { outputPaths } from '../sql/projection.ts'

/** An output list with the columns that addons read, and those of them that no answer shows. */
export interface NeededOutput {
  output: string[] | null
  unseen: string[]
}

/** Adds to an output list what the inputs of addons read, so that an addon works whatever is shown of its parents. */
export function neededOutput(
  table: Table,
  output: string[] | null,
  addons: readonly QueryAddon[],
  evals: readonly string[] = [],
): NeededOutput {
  if (addons.length === 0) return { output, unseen: [] }
  const named = output === null ? null : outputPaths(table, output)
  const shown = new Set(named?.keys() ?? [...openColumns(table), ...evals])
  const unseen = new Set<string>()
  for (const input of addons.flatMap((addon) => Object.values(addon.input))) {
    if (input.kind !== 'output') continue
    const name = columnOf(input.path, table)
    if (shown.has(name) || (named === null && table.columns.get(name)?.kind === 'password')) continue
    if (table.columns.has(name) || evals.includes(name)) unseen.add(name)
  }
  if (unseen.size === 0) return { output, unseen: [] }
  return { output: [...(named === null ? shown : (output ?? [])), ...unseen], unseen: [...unseen] }
}

/** What a row shows without an output list. A password is in it too, but a list that named it would show it. */
function openColumns(table: Table): string[] {
  return [...table.columns.values()].filter(({ hidden }) => !hidden).map(({ name }) => name)
}

/** The column that `$output.path` reads; a page's `items` in front is no part of it. */
function columnOf(path: readonly string[], table: Table): string {
  const [head = '', next] = path
  return head === 'items' && next !== undefined && !table.columns.has('items') ? next : head
}
