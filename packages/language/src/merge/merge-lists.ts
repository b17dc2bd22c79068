import { alignLists, type Aligned } from '../compare/align-statements.ts'
import { printItemAlone } from '../compare/print-item-alone.ts'
import type { Item } from '../tree.ts'
import { settle, type Merging } from './merging.ts'

/** What a list needs of the merge that it is part of. `mergeItem` puts one item together that all three have. */
interface Within {
  merging: Merging
  id: string
  mergeItem: (base: Item, mine: Item, theirs: Item, merging: Merging, id: string) => Item
}

/** One side's list beside the base: what became of each item, and what was put in before it (the last: at the end). */
interface Edited {
  kept: (Item | null)[]
  added: Item[][]
}

/** The items of a body, three-way: additions of both stay, and what one took away goes if the other left it alone. */
export function mergeLists(base: Item[], mine: Item[], theirs: Item[], within: Within): Item[] {
  const [ours, other] = [editedOf(base, mine), editedOf(base, theirs)]
  const merged: Item[] = []
  for (let index = 0; index <= base.length; index += 1) {
    merged.push(...joinAdded(ours.added[index] ?? [], other.added[index] ?? []))
    const was = base[index]
    if (was === undefined) break
    const item = mergeKept(was, { ours, other, index }, { ...within, id: `${within.id}.${index}` })
    if (item !== null) merged.push(item)
  }
  return merged
}

function editedOf(base: Item[], list: Item[]): Edited {
  const edited: Edited = { kept: base.map(() => null), added: Array.from({ length: base.length + 1 }, () => []) }
  let place = 0
  for (const [was, is] of alignLists(base.map(alignedOf), list.map(alignedOf))) {
    const item = is === null ? null : (list[is] ?? null)
    if (was !== null) {
      edited.kept[was] = item
      place = was + 1
    } else if (item !== null) edited.added[place]?.push(item)
  }
  return edited
}

const alignedOf = (item: Item): Aligned => ({
  name: item.kind === 'invalid' ? item.kind : `${item.kind} ${item.name}`,
  text: printItemAlone(item),
})

/** What both put in at one place: once where it is the same, theirs before mine otherwise. */
function joinAdded(mine: Item[], theirs: Item[]): Item[] {
  const texts = new Set(mine.map(printItemAlone))
  return [...theirs.filter((item) => !texts.has(printItemAlone(item))), ...mine]
}

function mergeKept(
  was: Item,
  { ours, other, index }: { ours: Edited; other: Edited; index: number },
  { merging, id, mergeItem }: Within,
): Item | null {
  const [mine, theirs] = [ours.kept[index] ?? null, other.kept[index] ?? null]
  if (mine !== null && theirs !== null) {
    return mine.kind === theirs.kind ? mergeItem(was, mine, theirs, merging, id) : pick(mine, theirs, merging, id)
  }
  const left = mine ?? theirs
  if (left === null) return null
  const text = printItemAlone(was)
  if (printItemAlone(left) === text) return null
  // Moved by one and changed by the other: the change goes along.
  const moved = (mine === null ? ours : other).added
  for (const added of moved) {
    const place = added.findIndex((item) => printItemAlone(item) === text)
    if (place < 0) continue
    added[place] = left
    return null
  }
  return pick(mine, theirs, merging, id)
}

const pick = (mine: Item | null, theirs: Item | null, merging: Merging, id: string): Item | null =>
  settle(merging, id, mine, theirs) === 'mine' ? mine : theirs
