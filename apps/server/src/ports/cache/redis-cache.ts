import type { Redis } from 'ioredis'
import type { CachePort } from '@cairn/statements'
import { checkTtl, checkWhole, decodeValue, encodeValue } from './cache-value.ts'
import { toCacheError } from './redis-error.ts'

/** The cache of one workspace in Redis; its keys begin with the workspace's id. */
export function createRedisCache(redis: Redis, workspace: string): CachePort {
  const prefix = `cairn:${workspace}:v:`
  const name = (key: string) => prefix + key
  const port: CachePort = {
    async set(key, value, ttl) {
      const milliseconds = checkTtl(ttl)
      const text = encodeValue(value)
      await (milliseconds === 0 ? redis.set(name(key), text) : redis.set(name(key), text, 'PX', milliseconds))
    },
    get: async (key) => decode(await redis.get(name(key))),
    has: async (key) => (await redis.exists(name(key))) === 1,
    async delete(key) {
      await redis.del(name(key))
    },
    increment: async (key, by) => redis.incrby(name(key), checkWhole('by', by)),
    keys: (pattern) => scan(redis, prefix, pattern),
    ...listsIn(redis, name),
    answer: async (key) => decode(await redis.get(`cairn:${workspace}:a:${key}`)),
    async keepAnswer(key, value, ttl) {
      await redis.set(`cairn:${workspace}:a:${key}`, encodeValue(value), 'PX', Math.max(1, checkTtl(ttl)))
    },
    async rateLimit(key, max, ttl) {
      const milliseconds = checkTtl(ttl)
      const counter = `cairn:${workspace}:r:${key}`
      const uses = redis.multi()
      if (milliseconds === 0) uses.set(counter, 0, 'NX')
      else uses.set(counter, 0, 'PX', milliseconds, 'NX')
      const [, counted] = (await uses.incr(counter).exec()) ?? []
      const [error, count] = counted ?? [new Error('no answer')]
      if (error) throw error
      return Number(count) <= max
    },
  }
  return withCacheErrors(port)
}

type Lists = Pick<CachePort, 'push' | 'pop' | 'remove' | 'length' | 'range'>

function listsIn(redis: Redis, name: (key: string) => string): Lists {
  return {
    push(key, value, end) {
      const text = encodeValue(value)
      return end === 'tail' ? redis.rpush(name(key), text) : redis.lpush(name(key), text)
    },
    pop: async (key, end) => decode(await (end === 'tail' ? redis.rpop(name(key)) : redis.lpop(name(key)))),
    remove: async (key, value, count) => redis.lrem(name(key), checkWhole('count', count), encodeValue(value)),
    length: (key) => redis.llen(name(key)),
    async range(key, start, stop) {
      const texts = await redis.lrange(name(key), checkWhole('start', start), checkWhole('stop', stop))
      return texts.map(decodeValue)
    },
  }
}

function decode(text: string | null) {
  return text === null ? null : decodeValue(text)
}

/** Walks the keys in steps, so that a large Redis goes on serving others meanwhile. */
async function scan(redis: Redis, prefix: string, pattern: string): Promise<string[]> {
  const found = new Set<string>()
  const match = prefix.replace(/[*?[\]\\^]/g, '\\$&') + pattern
  let cursor = '0'
  do {
    const [next, names] = await redis.scan(cursor, 'MATCH', match, 'COUNT', 1000)
    for (const name of names) found.add(name.slice(prefix.length))
    cursor = next
  } while (cursor !== '0')
  return [...found].toSorted()
}

/** What Redis refuses reads as what the cache in memory refuses. */
function withCacheErrors(port: CachePort): CachePort {
  const guarded = Object.entries(port).map(([operation, run]: [string, (...args: never[]) => Promise<unknown>]) => [
    operation,
    async (...args: never[]) => {
      try {
        return await run(...args)
      } catch (error) {
        throw toCacheError(error, String(args[0]))
      }
    },
  ])
  return Object.fromEntries(guarded) as CachePort
}
