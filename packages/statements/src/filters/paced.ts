import type { Paced } from '../define/types.ts'

/** Calls `work` for each position below `count`, in order. */
export function* eachPosition(count: number, work: (position: number) => void): Paced<void> {
  let left = 1
  for (let position = 0; position < count; position++) {
    if (--left < 0) left = yield
    work(position)
  }
}

/** Elements that are sorted at once, and numbers, which are sorted by themselves. */
const atOnce = 4096
const numbersAtOnce = 65_536

/** A sorted copy, as `toSorted` makes it: elements that are equal stay in their order. */
export function* sorted<Item>(items: readonly Item[], order: (left: Item, right: Item) => number): Paced<Item[]> {
  let from: Item[] = []
  for (let start = 0; start < items.length; start += atOnce) {
    for (const item of items.slice(start, start + atOnce).sort(order)) from.push(item)
    yield
  }
  for (let width = atOnce; width < items.length; width *= 2) {
    const merged: Item[] = []
    for (let start = 0; start < from.length; start += 2 * width) {
      yield* merge(from, { start, middle: start + width, end: start + 2 * width }, order, merged)
    }
    from = merged
  }
  return from
}

/** Appends two neighbouring runs of a list to `merged`, in order. */
function* merge<Item>(
  list: readonly Item[],
  { start, middle, end }: { start: number; middle: number; end: number },
  order: (left: Item, right: Item) => number,
  merged: Item[],
): Paced<void> {
  let [left, right, fuel] = [start, middle, 1]
  const [leftEnd, rightEnd] = [Math.min(middle, list.length), Math.min(end, list.length)]
  while (left < leftEnd || right < rightEnd) {
    if (--fuel < 0) fuel = yield
    const takesLeft = right >= rightEnd || (left < leftEnd && order(list[left]!, list[right]!) <= 0)
    merged.push(takesLeft ? list[left++]! : list[right++]!)
  }
}

/** Finite numbers, the least first. */
export function* sortedNumbers(numbers: readonly number[]): Paced<Float64Array> {
  let from = Float64Array.from(numbers)
  for (let start = 0; start < from.length; start += numbersAtOnce) {
    from.subarray(start, start + numbersAtOnce).sort()
    yield
  }
  let into = new Float64Array(from.length)
  for (let width = numbersAtOnce; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      mergeNumbers(from.subarray(start, start + width), from.subarray(start + width, start + 2 * width), into, start)
      yield
    }
    ;[from, into] = [into, from]
  }
  return from
}

/** Puts two ordered runs into one, from `start` on. */
function mergeNumbers(left: Float64Array, right: Float64Array, into: Float64Array, start: number): void {
  let [l, r] = [0, 0]
  for (let at = start; at < start + left.length + right.length; at++) {
    into[at] = r >= right.length || (l < left.length && left[l]! <= right[r]!) ? left[l++]! : right[r++]!
  }
}
