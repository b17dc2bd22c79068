import { printItemAlone } from '../compare/print-item-alone.ts'
import type { Item } from '../tree.ts'

export type Side = 'mine' | 'theirs'

/** Both changed the same part, each in another way. The texts are of that part; null where one took it away. */
export interface MergeConflict {
  /** The same in every merge of the same three texts. */
  id: string
  mine: string | null
  theirs: string | null
}

/** A merge under way. */
export interface Merging {
  choices: Readonly<Record<string, Side>>
  conflicts: MergeConflict[]
}

/** Notes a conflict and answers whose part is taken. */
export function settle(merging: Merging, id: string, mine: Item | null, theirs: Item | null): Side {
  const [one, other] = [mine, theirs].map((item) => (item === null ? null : printItemAlone(item)))
  merging.conflicts.push({ id, mine: one ?? null, theirs: other ?? null })
  return merging.choices[id] ?? 'mine'
}
