import { deepCopy, StackError, strictEquals, type CachePort, type ClockPort, type Value } from '@cairn/statements'

interface Entry {
  value: Value
  /** Epoch milliseconds. */
  expires: number
}

/** A cache in memory. A list is a key whose value is an array; what goes in or out is a copy. */
export function fakeCache(clock: Pick<ClockPort, 'now'>): CachePort {
  const entries = new Map<string, Entry>()
  const answers = new Map<string, Entry>()
  const windows = new Map<string, { uses: number; ends: number }>()

  const find = (key: string): Entry | null => {
    const entry = entries.get(key)
    if (entry !== undefined && entry.expires > clock.now()) return entry
    entries.delete(key)
    return null
  }
  const listOf = (key: string): Value[] => {
    const value = find(key)?.value ?? []
    if (Array.isArray(value)) return value
    throw new StackError('standard', 'not_a_list', `The cache holds no list under "${key}".`)
  }
  const keep = (key: string, value: Value): void => {
    entries.set(key, { value, expires: find(key)?.expires ?? Number.POSITIVE_INFINITY })
  }
  const keepList = (key: string, list: Value[]): void => {
    if (list.length === 0) entries.delete(key)
    else keep(key, list)
  }

  return {
    async set(key, value, ttl) {
      const expires = ttl > 0 ? clock.now() + ttl * 1000 : Number.POSITIVE_INFINITY
      entries.set(key, { value: deepCopy(value), expires })
    },
    get: async (key) => deepCopy(find(key)?.value ?? null),
    has: async (key) => find(key) !== null,
    async delete(key) {
      entries.delete(key)
    },
    async increment(key, by) {
      const next = Number(find(key)?.value ?? 0) + by
      if (Number.isNaN(next)) throw new StackError('standard', 'not_numeric', `"${key}" holds no number.`)
      keep(key, next)
      return next
    },
    keys: async (pattern) => [...entries.keys()].filter((key) => find(key) !== null && matches(key, pattern)),
    async push(key, value, end) {
      const [item, list] = [deepCopy(value), listOf(key)]
      keepList(key, end === 'head' ? [item, ...list] : [...list, item])
      return list.length + 1
    },
    async pop(key, end) {
      const list = listOf(key)
      keepList(key, end === 'head' ? list.slice(1) : list.slice(0, -1))
      return deepCopy(list.at(end === 'head' ? 0 : -1) ?? null)
    },
    async remove(key, value, count) {
      const list = listOf(key)
      const kept = without(list, value, count)
      keepList(key, kept)
      return list.length - kept.length
    },
    length: async (key) => listOf(key).length,
    range: async (key, start, stop) =>
      deepCopy(listOf(key).slice(start, stop === -1 ? undefined : stop + 1)) as Value[],
    async answer(key) {
      const kept = answers.get(key)
      return kept !== undefined && kept.expires > clock.now() ? deepCopy(kept.value) : null
    },
    async keepAnswer(key, value, ttl) {
      answers.set(key, { value: deepCopy(value), expires: clock.now() + ttl * 1000 })
    },
    async rateLimit(key, max, ttl) {
      const open = windows.get(key)
      const window = open && open.ends > clock.now() ? open : { uses: 0, ends: clock.now() + ttl * 1000 }
      window.uses += 1
      windows.set(key, window)
      return window.uses <= max
    },
  }
}

/** `count` 0: every one; positive: that many from the head; negative: from the tail. */
function without(list: readonly Value[], value: Value, count: number): Value[] {
  if (count < 0) return without(list.toReversed(), value, -count).toReversed()
  let left = count === 0 ? list.length : count
  return list.filter((item) => {
    if (left === 0 || !strictEquals(item, value)) return true
    left -= 1
    return false
  })
}

/** `*` stands for any text. */
function matches(key: string, pattern: string): boolean {
  const parts = pattern.split('*')
  if (parts.length === 1) return key === pattern
  const [head = '', tail = ''] = [parts[0], parts.at(-1)]
  if (!key.startsWith(head) || !key.endsWith(tail)) return false
  let at = head.length
  for (const part of parts.slice(1, -1)) {
    const found = key.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= key.length - tail.length
}
