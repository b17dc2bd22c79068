import { parse } from '../parse/parse-file.ts'
import { print } from '../print/print-statement.ts'
import { sameTree } from '../print/same-tree.ts'
import type { SourceFile, Statement } from '../tree.ts'
import { mergeItem } from './merge-item.ts'
import type { MergeConflict, Merging, Side } from './merging.ts'

export interface Merged {
  text: string
  /** In the order of the text. One that `choices` says nothing of went as `mine`. */
  conflicts: MergeConflict[]
}

/**
 * Two changes of one text of an object put together, statement by statement and argument by argument: what one of them
 * changed is taken, what both added is there twice over. `choices`: id of a conflict → whose part is taken. Null where
 * a text holds no object, or more than one, or where what was merged would not read back as itself.
 */
export function mergeObjects(
  { base, mine, theirs }: { base: string; mine: string; theirs: string },
  choices: Readonly<Record<string, Side>> = {},
): Merged | null {
  const [file, ours, other] = [parse(mine).file, objectOf(parse(mine).file), objectOf(parse(theirs).file)]
  const origin = objectOf(parse(base).file)
  if (ours === null || other === null || origin === null) return null
  const merging: Merging = { choices, conflicts: [] }
  const object = mergeItem(origin, ours, other, merging, 'object')
  const merged: SourceFile = { ...file, objects: [object] }
  const text = print(merged)
  return sameTree(parse(text).file, merged) ? { text, conflicts: merging.conflicts } : null
}

function objectOf({ objects }: SourceFile): Statement | null {
  const [object, ...others] = objects
  return object?.kind === 'statement' && others.length === 0 ? object : null
}
