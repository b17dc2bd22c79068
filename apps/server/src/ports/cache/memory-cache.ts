import type { CachePort, ClockPort } from '@cairn/statements'
import { checkTtl, checkWhole, decodeValue, encodeValue, notNumeric, wrongType } from './cache-value.ts'
import { matchesGlob } from './glob.ts'
import { createMemoryStore, type MemoryStore } from './memory-store.ts'

export interface MemoryCacheOptions {
  clock: Pick<ClockPort, 'now'>
  /** Memory all entries together may take; about 100 MB unless told otherwise. */
  maxBytes?: number
}

/**
 * A cache inside this process. A full one refuses writes with StackError `cache_full`; it never drops what has not
 * expired. Values, the counters of rate limits and kept answers have keys of their own, told apart by their first letter.
 */
export function createMemoryCache({ clock, maxBytes = 100 * 1024 * 1024 }: MemoryCacheOptions): CachePort {
  const store = createMemoryStore(clock, maxBytes)
  const expiry = (ttl: number) => (ttl === 0 ? Number.POSITIVE_INFINITY : clock.now() + checkTtl(ttl))
  return {
    set: async (key, value, ttl) => store.set(`v${key}`, encodeValue(value), expiry(ttl)),
    async get(key) {
      const content = store.get(`v${key}`)?.content
      if (Array.isArray(content)) throw wrongType(key)
      return content === undefined ? null : decodeValue(content)
    },
    has: async (key) => store.get(`v${key}`) !== undefined,
    delete: async (key) => store.delete(`v${key}`),
    increment: async (key, by) => increment(store, `v${key}`, checkWhole('by', by), Number.POSITIVE_INFINITY),
    async keys(pattern) {
      const keys = store.keys().flatMap((key) => (key.startsWith('v') ? [key.slice(1)] : []))
      return keys.filter((key) => matchesGlob(key, pattern)).toSorted()
    },
    ...listsIn(store),
    async answer(key) {
      const content = store.get(`a${key}`)?.content
      return typeof content === 'string' ? decodeValue(content) : null
    },
    keepAnswer: async (key, value, ttl) => store.set(`a${key}`, encodeValue(value), expiry(ttl)),
    rateLimit: async (key, max, ttl) => increment(store, `r${key}`, 1, expiry(ttl)) <= max,
  }
}

function listsIn(store: MemoryStore): Pick<CachePort, 'push' | 'pop' | 'remove' | 'length' | 'range'> {
  return {
    async push(key, value, end) {
      const text = encodeValue(value)
      const list = listAt(store, key)
      if (list.length === 0) {
        store.set(`v${key}`, [text], Number.POSITIVE_INFINITY)
        return 1
      }
      store.resize([text], [])
      return end === 'tail' ? list.push(text) : list.unshift(text)
    },
    async pop(key, end) {
      const list = listAt(store, key)
      const text = end === 'tail' ? list.pop() : list.shift()
      if (text === undefined) return null
      shrunk(store, key, list, [text])
      return decodeValue(text)
    },
    async remove(key, value, count) {
      const list = listAt(store, key)
      const gone = takeOut(list, encodeValue(value), checkWhole('count', count))
      if (gone.length > 0) shrunk(store, key, list, gone)
      return gone.length
    },
    length: async (key) => listAt(store, key).length,
    async range(key, start, stop) {
      const list = listAt(store, key)
      const index = (from: number) => Math.max(0, from < 0 ? list.length + from : from)
      const last = checkWhole('stop', stop)
      const end = last < 0 ? list.length + last : last
      return list.slice(index(checkWhole('start', start)), Math.max(0, end + 1)).map(decodeValue)
    },
  }
}

/** The list itself; an empty one that is not stored when there is none. */
function listAt(store: MemoryStore, key: string): string[] {
  const content = store.get(`v${key}`)?.content
  if (typeof content === 'string') throw wrongType(key)
  return content ?? []
}

/** A list that has become empty is gone. */
function shrunk(store: MemoryStore, key: string, list: string[], lost: string[]): void {
  store.resize([], lost)
  if (list.length === 0) store.delete(`v${key}`)
}

/** Takes up to `count` equal texts out of a list, from its end when negative, all when 0. */
function takeOut(list: string[], text: string, count: number): string[] {
  const equal = list.flatMap((item, index) => (item === text ? [index] : []))
  const chosen = new Set(count < 0 ? equal.slice(count) : equal.slice(0, count === 0 ? undefined : count))
  const kept = list.filter((_, index) => !chosen.has(index))
  list.length = 0
  for (const item of kept) list.push(item)
  return equal.slice(0, chosen.size).map(() => text)
}

/** Adds to a counter; one that is new expires at `expiresAt`, another keeps its time. */
function increment(store: MemoryStore, key: string, by: number, expiresAt: number): number {
  const before = store.get(key)
  const name = key.slice(1)
  if (Array.isArray(before?.content)) throw wrongType(name)
  const start = before?.content ?? '0'
  const next = Number(start) + by
  if (!/^-?\d+$/.test(start) || !Number.isSafeInteger(next)) throw notNumeric(name)
  store.set(key, String(next), before?.expiresAt ?? expiresAt)
  return next
}
