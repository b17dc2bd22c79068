import { StackError, type ClockPort } from '@cairn/statements'

/** A plain value or a list, encoded. */
type Content = string | string[]

interface Entry {
  content: Content
  /** Epoch milliseconds; Infinity = never. */
  readonly expiresAt: number
}

/** Entries that expire, within a budget of memory. */
export interface MemoryStore {
  get(key: string): Entry | undefined
  /** Takes the place of what was there. Throws StackError `cache_full`. */
  set(key: string, content: Content, expiresAt: number): void
  /** Counts what a list is about to gain or has lost, in texts. Throws StackError `cache_full`. */
  resize(gained: readonly string[], lost: readonly string[]): void
  delete(key: string): void
  /** Keys of what has not expired. */
  keys(): string[]
}

/** What an entry, and a text in a list, take beside their characters. */
const entryBytes = 200
const textBytes = 40

/** After how much growth expired entries are looked for. */
const smallestSweep = 1024 * 1024
const sweepPause = 1000

export function createMemoryStore(clock: Pick<ClockPort, 'now'>, maxBytes: number): MemoryStore {
  const entries = new Map<string, Entry>()
  let used = 0
  let sweepAbove = Math.min(maxBytes, smallestSweep)
  let sweptAt = Number.NEGATIVE_INFINITY

  function drop(key: string, entry: Entry): void {
    entries.delete(key)
    used -= sizeOf(key, entry.content)
  }

  /** Each sweep waits for the memory to double, or a moment when it is full, so that writing stays cheap. */
  function sweep(): void {
    const now = clock.now()
    if (now - sweptAt < sweepPause) return
    sweptAt = now
    for (const [key, entry] of entries) if (entry.expiresAt <= now) drop(key, entry)
    sweepAbove = Math.min(maxBytes, Math.max(smallestSweep, used * 2))
  }

  function reserve(bytes: number): void {
    if (used + bytes > sweepAbove) sweep()
    if (bytes > 0 && used + bytes > maxBytes) throw cacheFull(maxBytes)
    used += bytes
  }

  function get(key: string): Entry | undefined {
    const entry = entries.get(key)
    if (entry === undefined || entry.expiresAt > clock.now()) return entry
    drop(key, entry)
    return undefined
  }

  return {
    get,
    set(key, content, expiresAt) {
      const before = get(key)
      reserve(sizeOf(key, content) - (before === undefined ? 0 : sizeOf(key, before.content)))
      entries.set(key, { content, expiresAt })
    },
    resize: (gained, lost) => reserve(sizeOfTexts(gained) - sizeOfTexts(lost)),
    delete(key) {
      const entry = entries.get(key)
      if (entry !== undefined) drop(key, entry)
    },
    keys: () => [...entries.keys()].filter((key) => get(key) !== undefined),
  }
}

/** Text takes up to two bytes a character. */
function sizeOf(key: string, content: Content): number {
  return entryBytes + key.length * 2 + sizeOfTexts(typeof content === 'string' ? [content] : content)
}

function sizeOfTexts(texts: readonly string[]): number {
  return texts.reduce((total, text) => total + textBytes + text.length * 2, 0)
}

function cacheFull(maxBytes: number): StackError {
  return new StackError('standard', 'cache_full', `The cache holds its ${Math.round(maxBytes / 1024 / 1024)} MB.`, {
    hint: 'Delete keys, give them a ttl, or set REDIS_URL to keep the cache in Redis.',
  })
}
