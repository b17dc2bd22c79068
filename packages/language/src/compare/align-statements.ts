import { print } from '../print/print-statement.ts'
import type { Statement } from '../tree.ts'

/** What lists are aligned by: equal texts first, then equal names. */
export interface Aligned {
  name: string
  text: string
}

/** Positions in the old list and the new; null where there is no counterpart. */
export type Pair = [old: number | null, recent: number | null]

/** Past this many comparisons lists are paired by place alone. */
const MOST_CELLS = 4_000_000

/** Pairs the statements of two lists. */
export function alignStatements(old: Statement[], recent: Statement[]): Pair[] {
  return alignLists(old.map(alignedOf), recent.map(alignedOf))
}

const alignedOf = (statement: Statement): Aligned => ({ name: statement.name, text: print(statement) })

/**
 * Pairs two lists, in order: equal ones first (the longest common subsequence), then those between two such that have
 * the same name, in turn.
 */
export function alignLists(old: Aligned[], recent: Aligned[]): Pair[] {
  const [before, after] = [old.map(({ text }) => text), recent.map(({ text }) => text)]
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const [was, is] of [...commonPairs(before, after), [old.length, recent.length] as const]) {
    pairs.push(...alignByName(old, recent, [i, was], [j, is]))
    if (was < old.length) pairs.push([was, is])
    i = was + 1
    j = is + 1
  }
  return pairs
}

function commonPairs(before: string[], after: string[]): (readonly [number, number])[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1
  }
  const [rows, columns] = [before.length - head - tail, after.length - head - tail]
  const middle =
    rows * columns > MOST_CELLS ? [] : longestCommon(before.slice(head, head + rows), after.slice(head, head + columns))
  return [
    ...Array.from({ length: head }, (_, index) => [index, index] as const),
    ...middle.map(([i, j]) => [i + head, j + head] as const),
    ...Array.from({ length: tail }, (_, index) => [before.length - tail + index, after.length - tail + index] as const),
  ]
}

function longestCommon(before: string[], after: string[]): (readonly [number, number])[] {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
    }
  }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) pairs.push([i++, j++])
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1
    else j += 1
  }
  return pairs
}

function alignByName(
  old: Aligned[],
  recent: Aligned[],
  [i, oldEnd]: readonly [number, number],
  [j, end]: readonly [number, number],
): Pair[] {
  const pairs: Pair[] = []
  let next = i
  for (let is = j; is < end; is += 1) {
    let was = next
    while (was < oldEnd && old[was]!.name !== recent[is]!.name) was += 1
    if (was === oldEnd) pairs.push([null, is])
    else {
      for (; next < was; next += 1) pairs.push([next, null])
      pairs.push([was, is])
      next = was + 1
    }
  }
  for (; next < oldEnd; next += 1) pairs.push([next, null])
  return pairs
}
