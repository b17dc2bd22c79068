import { applyChange, inverse } from '../../designer/engine/change.ts'
import { fieldsOf } from '../../designer/engine/commands/fields.ts'
import { nameOf, readDocument } from '../../designer/engine/document.ts'
import type { History } from '../../designer/engine/history.ts'

/** New name → the name that the live column has. */
export type ColumnRenames = Readonly<Record<string, string>>

/** What publishing changes in the names of a table. */
export interface NameChanges {
  /** The names of the table in the text and as live; '' of a text that holds none. */
  table: { from: string; to: string }
  /** Columns that are not live, in order. */
  added: string[]
  /** Live columns that the text has no more, in order. */
  gone: string[]
  /** What the steps of this browser's history renamed. */
  renames: ColumnRenames
}

/**
 * What a text calls otherwise than the live one. A column keeps its identity through the steps that were undoable: one
 * that took its place in a list that is otherwise the same was renamed. What came from elsewhere is `added` and `gone`.
 */
export function nameChanges(history: History, text: string, live: string): NameChanges {
  const [now, before] = [columnsOf(text), columnsOf(live)]
  const renames = renamesOf(history, text, live, before)
  const claimed = new Set(Object.values(renames))
  return {
    table: { from: tableOf(live), to: tableOf(text) },
    added: now.filter((name) => name in renames || !before.includes(name)),
    gone: before.filter((name) => claimed.has(name) || !now.includes(name)),
    renames,
  }
}

function renamesOf(history: History, text: string, live: string, before: readonly string[]): ColumnRenames {
  /** The name that a column of now has in the text that the walk is at. */
  const origins = new Map(columnsOf(text).map((name) => [name, name]))
  let at = text
  for (const { change } of history.done.toReversed()) {
    if (at === live) break
    const earlier = applyChange(at, inverse(change))
    const [from, to] = [columnsOf(earlier), columnsOf(at)]
    for (const [now, name] of origins) {
      if (from.includes(name)) continue
      const old = from.length === to.length ? from[to.indexOf(name)] : undefined
      if (old === undefined || to.includes(old)) origins.delete(now)
      else origins.set(now, old)
    }
    at = earlier
  }
  return Object.fromEntries([...origins].filter(([now, old]) => now !== old && old !== 'id' && before.includes(old)))
}

function columnsOf(text: string): string[] {
  const { object } = readDocument(text)
  return object === null ? [] : fieldsOf(object, 'schema').map(({ name }) => name)
}

const tableOf = (text: string): string => nameOf(readDocument(text).object?.target ?? null)

/** The renames of a publish as the server takes them, columns by `table.column`. */
export function askedRenames({ table }: NameChanges, columns: ColumnRenames): Record<string, string> {
  const renames: Record<string, string> = {}
  if (table.from !== '' && table.from !== table.to) renames[table.to] = table.from
  for (const [name, old] of Object.entries(columns)) renames[`${table.to}.${name}`] = old
  return renames
}
