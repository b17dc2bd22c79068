import { createStore, type StoreApi } from 'zustand/vanilla'
import { keyOf, type Key, type Row } from './rows.ts'

/** What the rows that are pointed to are called, asked for when one is seen first. */
export interface Labels {
  /** By table and key: `user/7`. '' of a row that is not there. */
  store: StoreApi<ReadonlyMap<string, string>>
  want(table: string, keys: readonly Key[]): void
}

const NAMES = ['name', 'title', 'label', 'full_name', 'display_name', 'email', 'username', 'slug', 'code', 'subject']
/** As many as one call answers. */
const AT_ONCE = 500

/** The column that a row is known by: one named so, else the first that holds a text. Null where none does. */
export function labelColumn(row: Row): string | null {
  const isText = (column: string) => typeof row[column] === 'string' && row[column] !== ''
  return NAMES.find(isText) ?? Object.keys(row).find((column) => column !== 'id' && isText(column)) ?? null
}

/** What a row is known by; '' where it has nothing to be known by. */
export function labelOf(row: Row): string {
  const column = labelColumn(row)
  const label = column === null ? '' : row[column]
  return typeof label === 'string' ? label : ''
}

export const labelKey = (table: string, key: Key): string => `${table}/${key}`

/** `fetch` answers the rows of a table that have these keys. */
export function createLabels(fetch: (table: string, keys: Key[]) => Promise<Row[]>): Labels {
  const store = createStore<ReadonlyMap<string, string>>(() => new Map())
  const asked = new Set<string>()
  const waiting = new Map<string, Set<Key>>()

  const ask = async (table: string, keys: Key[]) => {
    try {
      const rows = await fetch(table, keys)
      const labels = new Map(rows.map((row) => [keyOf(row), labelOf(row)]))
      store.setState(
        (known) => new Map([...known, ...keys.map((key) => [labelKey(table, key), labels.get(key) ?? ''] as const)]),
        true,
      )
    } catch {
      // The keys are shown as they are; the next look asks again.
      for (const key of keys) asked.delete(labelKey(table, key))
    }
  }
  const send = () => {
    for (const [table, keys] of waiting) {
      const all = [...keys]
      for (let at = 0; at < all.length; at += AT_ONCE) void ask(table, all.slice(at, at + AT_ONCE))
    }
    waiting.clear()
  }
  return {
    store,
    want(table, keys) {
      for (const key of keys) {
        if (asked.has(labelKey(table, key))) continue
        asked.add(labelKey(table, key))
        if (waiting.size === 0) queueMicrotask(send)
        waiting.set(table, (waiting.get(table) ?? new Set()).add(key))
      }
    },
  }
}
