import { FileResource, isObject, ValueStream, type Value } from '@cairn/statements'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const MOST_DEPTH = 12

/** A value as JSON for a screen, its texts and lists cut after about `room` characters; what is no data is named. */
export function shownValue(value: Value | undefined, room: number): Json {
  let left = room
  const shown = (one: Value | undefined, depth: number): Json => {
    if (one === undefined || one === null || typeof one === 'boolean') return one ?? null
    left -= 8
    if (typeof one === 'number') return Number.isFinite(one) ? one : String(one)
    if (typeof one === 'string') {
      const text = one.length > left ? `${one.slice(0, Math.max(left, 0))}…` : one
      left -= text.length
      return text
    }
    if (one instanceof FileResource) return `(file ${one.name})`
    if (one instanceof ValueStream) return '(stream)'
    if (depth > MOST_DEPTH || left <= 0) return '…'
    if (Array.isArray(one)) return within(one, (item) => shown(item, depth + 1))
    if (!isObject(one)) return String(one)
    return Object.fromEntries(within(Object.entries(one), ([key, item]) => [key, shown(item, depth + 1)]))
  }
  const within = <From, To>(items: readonly From[], show: (item: From) => To): To[] => {
    const kept: To[] = []
    for (const item of items) {
      if (left <= 0) break
      kept.push(show(item))
    }
    return kept
  }
  return shown(value, 0)
}
