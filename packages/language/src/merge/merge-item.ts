import { isLayout, sameTree } from '../print/same-tree.ts'
import type { Body, Item } from '../tree.ts'
import { mergeLists } from './merge-lists.ts'
import { settle, type Merging } from './merging.ts'

/** One statement, argument or field that all three have: each of its parts from who changed it, its body item by item. */
export function mergeItem<Kind extends Item>(base: Item, mine: Kind, theirs: Kind, merging: Merging, id: string): Kind {
  if (sameTree(mine, theirs) || sameTree(base, theirs)) return mine
  if (sameTree(base, mine)) return theirs
  const merged = structuredClone(mine)
  const both: string[] = []
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (name === 'body' || isLayout(name)) continue
    const [was, is, other] = [partOf(base, name), partOf(mine, name), partOf(theirs, name)]
    if (sameTree(is, other) || sameTree(was, other)) continue
    if (sameTree(was, is)) setPart(merged, name, other)
    else both.push(name)
  }
  if (both.length > 0 && settle(merging, id, mine, theirs) === 'theirs') {
    for (const name of both) setPart(merged, name, partOf(theirs, name))
  }
  if (hasBody(base) && hasBody(mine) && hasBody(theirs) && hasBody(merged)) {
    merged.body = mergeBody(base.body, mine.body, theirs.body, merging, id)
  }
  return merged
}

type Bodied = Extract<Item, { body: Body | null }>

const hasBody = (item: Item): item is Bodied => 'body' in item

function mergeBody(
  base: Body | null,
  mine: Body | null,
  theirs: Body | null,
  merging: Merging,
  id: string,
): Body | null {
  if (sameTree(mine, theirs) || sameTree(base, theirs)) return mine
  if (sameTree(base, mine)) return theirs
  const items = mergeLists(base?.items ?? [], mine?.items ?? [], theirs?.items ?? [], { merging, id, mergeItem })
  const kept = mine ?? theirs
  if (kept === null) return null
  const dangling = sameTree(base?.dangling ?? [], mine?.dangling ?? []) ? theirs?.dangling : mine?.dangling
  return { ...kept, items, dangling: dangling ?? [] }
}

/** Parts of a node are plain data; a node without one has none. */
const partOf = (item: Item, name: string): unknown => Object.getOwnPropertyDescriptor(item, name)?.value

function setPart(item: Item, name: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(item, name)
  else
    Object.defineProperty(item, name, {
      value: structuredClone(value),
      configurable: true,
      enumerable: true,
      writable: true,
    })
}
