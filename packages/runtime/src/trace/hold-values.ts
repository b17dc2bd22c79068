import { FileResource, isContainer, ValueStream, type Value } from '@cairn/statements'
import { Preview } from './preview.ts'
import type { HeldValue, TraceValue } from './trace-data.ts'

/** What one list, object or text, and all of them together, may take up. */
export interface ValueBudget {
  items: number
  text: number
}

const INLINE_TEXT = 80
const MOST_DEPTH = 24
/** Elements and characters of all values together; what comes after is cut. */
const MOST_ITEMS = 150_000
const MOST_TEXT = 4_000_000

/** Writes values so that each list and object is there once, however many steps show it. */
export class ValueHolder {
  readonly held: HeldValue[] = []
  private readonly known = new Map<object, number>()
  private items = MOST_ITEMS
  private text = MOST_TEXT

  hold(value: Value | Preview | undefined, budget: ValueBudget, depth = 0): TraceValue {
    if (value === undefined || value === null || typeof value === 'boolean') return value ?? null
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
    if (typeof value === 'string') return this.holdText(value, budget)
    const known = this.known.get(value)
    if (known !== undefined) return { ref: known }
    const ref = this.held.length
    this.known.set(value, ref)
    // Its place is taken before what is inside it takes the next.
    this.held.push({ note: '' })
    this.held[ref] = this.describe(value, budget, depth)
    return { ref }
  }

  private holdText(text: string, budget: ValueBudget): TraceValue {
    if (text.length <= INLINE_TEXT) return text
    const kept = text.slice(0, Math.max(0, Math.min(budget.text, this.text)))
    this.text -= kept.length
    return { ref: this.held.push({ text: kept, of: text.length }) - 1 }
  }

  private describe(value: object, budget: ValueBudget, depth: number): HeldValue {
    if (value instanceof Preview) return this.describePreview(value, budget, depth)
    if (value instanceof FileResource) return { note: `file ${value.name}` }
    if (value instanceof ValueStream) return { note: 'stream' }
    if (!isContainer(value as Value)) return { note: 'no data' }
    if (Array.isArray(value)) return { items: this.holdAll(value as Value[], budget, depth), of: value.length }
    const { keys, of } = this.keysOf(value, budget, depth)
    const items = keys.map((key) => (value as Record<string, Value>)[key] ?? null)
    return { keys, items: this.holdAll(items, budget, depth).slice(0, keys.length), of }
  }

  private describePreview({ keys, items, of }: Preview, budget: ValueBudget, depth: number): HeldValue {
    const held = this.holdAll(items, budget, depth)
    return keys === null ? { items: held, of } : { keys: keys.slice(0, held.length), items: held, of }
  }

  private keysOf(value: object, budget: ValueBudget, depth: number): { keys: string[]; of: number } {
    const all = Object.keys(value)
    return { keys: all.slice(0, this.room(budget, depth)), of: all.length }
  }

  private room(budget: ValueBudget, depth: number): number {
    return depth >= MOST_DEPTH ? 0 : Math.max(0, Math.min(budget.items, this.items))
  }

  private holdAll(items: readonly (Value | Preview)[], budget: ValueBudget, depth: number): TraceValue[] {
    const kept = items.slice(0, this.room(budget, depth))
    this.items -= kept.length
    return kept.map((item) => this.hold(item, budget, depth + 1))
  }
}
