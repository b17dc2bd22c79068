import type { Trace, TraceValue } from '@cairn/contract'

const MOST_TEXT = 60
const MOST_PARTS = 4

/** A value as JSON; what was cut is left out. */
export function plainValue(trace: Trace, value: TraceValue): unknown {
  if (value === null || typeof value !== 'object') return value
  const held = trace.values[value.ref]
  if (held === undefined) return null
  if ('note' in held) return held.note
  if ('text' in held) return held.text
  if (!('keys' in held)) return held.items.map((item) => plainValue(trace, item))
  return Object.fromEntries(held.keys.map((key, index) => [key, plainValue(trace, held.items[index] ?? null)]))
}

/** Whether a value, or one inside it, was cut. */
export function isCut(trace: Trace, value: TraceValue): boolean {
  if (value === null || typeof value !== 'object') return false
  const held = trace.values[value.ref]
  if (held === undefined || 'note' in held) return false
  if ('text' in held) return held.text.length < held.of
  return held.items.length < held.of || held.items.some((item) => isCut(trace, item))
}

/** A value in a few words: `"Ada"`, `[3]`, `{id: 7, name: "Ada", …}`. */
export function shortValue(trace: Trace, value: TraceValue, depth = 0): string {
  if (typeof value === 'string') return shortText(value)
  if (value === null || typeof value !== 'object') return String(value)
  const held = trace.values[value.ref]
  if (held === undefined) return '…'
  if ('note' in held) return `(${held.note})`
  if ('text' in held) return shortText(held.text)
  if (!('keys' in held)) return held.of === 0 ? '[]' : `[${held.of.toLocaleString('en')}]`
  if (held.of === 0) return '{}'
  if (depth > 0) return '{…}'
  const parts = held.keys
    .slice(0, MOST_PARTS)
    .map((key, index) => `${key}: ${shortValue(trace, held.items[index] ?? null, depth + 1)}`)
  return `{${parts.join(', ')}${held.of > MOST_PARTS ? ', …' : ''}}`
}

const shortText = (text: string): string =>
  JSON.stringify(text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text)
