import type { FilterContext, Paced } from '../../define/types.ts'
import { objectOf } from '../../values/members.ts'
import type { ValueObject } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { isLarger, leftOf } from '../../values/visits.ts'
import { allowText } from '../limits.ts'

/** Members that are written at once. */
const atOnce = 20_000

/** Whether writing a value takes so long that it is done in steps. */
export function isLongToWrite(value: Value): boolean {
  return isLarger(value, atOnce)
}

/** JSON text of a value, part by part; `write` writes what is small. */
export function* writePaced(value: Value, write: (value: Value) => string, context: FilterContext): Paced<string> {
  const parts: string[] = []
  let length = 0
  const add = (text: string) => {
    length += text.length
    // Only looked at: what is spent is the whole.
    if (length > context.maxText) allowText(length, context)
    parts.push(text)
  }
  yield* writeParts(value, write, add)
  allowText(length, context)
  return parts.join('')
}

function* writeParts(value: Value, write: (value: Value) => string, add: (text: string) => void): Paced<void> {
  yield
  if (!isLongToWrite(value)) return add(write(value))
  const keys = Array.isArray(value) ? null : Object.keys(value as object)
  const items = Array.isArray(value) ? value : Object.values(value as ValueObject)
  add(keys === null ? '[' : '{')
  for (let from = 0; from < items.length;) {
    if (from > 0) add(',')
    const to = endOfGroup(items, from)
    const group = items.slice(from, to)
    if (group.length === 1 && isLongToWrite(group[0]!)) {
      if (keys !== null) add(`${write(keys[from]!)}:`)
      yield* writeParts(group[0]!, write, add)
    } else {
      const part = keys === null ? group : objectOf(group.map((item, at) => [keys[from + at]!, item]))
      add(write(part).slice(1, -1))
      yield
    }
    from = to
  }
  add(keys === null ? ']' : '}')
}

/** Where items from `from` on are as many as are written at once; behind the first at least. */
function endOfGroup(items: readonly Value[], from: number): number {
  let left = atOnce
  let to = from
  while (to < items.length && left >= 0) {
    left = leftOf(items[to], left - 1)
    to += 1
  }
  return left < 0 && to > from + 1 ? to - 1 : to
}

/** Characters that are read at once. */
const readAtOnce = 64 * 1024

/** Whether reading a text takes so long that it is done in steps. */
export function isLongToRead(text: string): boolean {
  return text.length > 8 * readAtOnce
}

/** The commas between elements of a text's outermost list at which it can be read part by part. */
export class Cuts {
  readonly positions: number[] = []
  private last = 0

  offer(position: number): void {
    if (position - this.last < readAtOnce) return
    this.positions.push(position)
    this.last = position
  }
}

/** The value of a text whose outermost list is cut there; `read` reads a part, and the whole where there is no list. */
export function* readPaced(text: string, cuts: readonly number[], read: (text: string) => Value): Paced<Value> {
  const [start, end] = [firstSign(text), lastSign(text)]
  if (cuts.length === 0 || text[start] !== '[' || text[end] !== ']') return read(text)
  const list: Value[] = []
  let from = start + 1
  for (const to of [...cuts, end]) {
    const part = read(`[${text.slice(from, to)}]`)
    // A comma with nothing before or behind it: reading the whole says so.
    if (!Array.isArray(part) || part.length === 0) return read(text)
    for (const item of part) list.push(item)
    from = to + 1
    yield
  }
  return list
}

const isSpace = (sign: string | undefined) => sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t'

function firstSign(text: string): number {
  let at = 0
  while (isSpace(text[at])) at += 1
  return at
}

function lastSign(text: string): number {
  let at = text.length - 1
  while (isSpace(text[at])) at -= 1
  return at
}
