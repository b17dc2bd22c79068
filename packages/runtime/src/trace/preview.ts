import { isContainer, type Value } from '@cairn/statements'

const MOST_ITEMS = 5
const MOST_TEXT = 200
const MOST_DEPTH = 1

/** The beginning of a list or object, copied since the whole goes on changing. */
export class Preview {
  readonly keys: readonly string[] | null
  readonly items: readonly (Value | Preview)[]
  /** How many the whole had. */
  readonly of: number

  constructor(keys: readonly string[] | null, items: readonly (Value | Preview)[], of: number) {
    this.keys = keys
    this.items = items
    this.of = of
  }
}

/** A copy of the beginning of a value, in a time that does not grow with it. */
export function preview(value: Value, depth = 0): Value | Preview {
  if (typeof value === 'string') return value.length > MOST_TEXT ? `${value.slice(0, MOST_TEXT)}…` : value
  if (!isContainer(value)) return value
  if (Array.isArray(value)) {
    const items = depth === MOST_DEPTH ? [] : value.slice(0, MOST_ITEMS)
    return new Preview(
      null,
      items.map((item) => preview(item, depth + 1)),
      value.length,
    )
  }
  const keys = Object.keys(value)
  const shown = depth === MOST_DEPTH ? [] : keys.slice(0, MOST_ITEMS)
  return new Preview(
    shown,
    shown.map((key) => preview(value[key] ?? null, depth + 1)),
    keys.length,
  )
}
