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
  const shown = shownColumns(table, output, evals)
  const read = addons.flatMap((addon) => Object.values(addon.input))
  const unseen = new Set<string>()
  for (const input of read) {
    if (input.kind !== 'output') continue
    const name = columnOf(input.path, table)
    if (!shown.has(name) && (table.columns.has(name) || evals.includes(name))) unseen.add(name)
  }
  if (unseen.size === 0) return { output, unseen: [] }
  return { output: [...(output ?? shown), ...unseen], unseen: [...unseen] }
}

function shownColumns(table: Table, output: readonly string[] | null, evals: readonly string[]): ReadonlySet<string> {
  const named = output === null ? null : outputPaths(table, output)
  if (named !== null) return new Set(named.keys())
  return new Set([...[...table.columns.values()].filter(({ hidden }) => !hidden).map(({ name }) => name), ...evals])
}

/** The column that `$output.path` reads; a page's `items` in front is no part of it. */
export function columnOf(path: readonly string[], table: Table): string {
  const [head = '', next] = path
  return head === 'items' && next !== undefined && !table.columns.has('items') ? next : head
}
