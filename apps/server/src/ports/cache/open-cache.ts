import type { CachePort, ClockPort } from '@cairn/statements'
import { createMemoryCache } from './memory-cache.ts'
import { createRedisCache } from './redis-cache.ts'

export interface CacheOptions {
  clock: Pick<ClockPort, 'now'>
  /** Null keeps the cache in this process. */
  redisUrl: string | null
  /** Memory of a workspace's cache in this process. */
  maxBytes?: number
}

/** The caches of a server's workspaces. */
export interface Caches {
  workspace(id: string): CachePort
  close(): Promise<void>
}

/** Opens the caches; Redis and its client take part only when there is a URL. Connects at the first use. */
export async function openCaches({ redisUrl, ...options }: CacheOptions): Promise<Caches> {
  return redisUrl === null ? inMemory(options) : inRedis(redisUrl)
}

function inMemory(options: Omit<CacheOptions, 'redisUrl'>): Caches {
  const caches = new Map<string, CachePort>()
  return {
    workspace(id) {
      const cache = caches.get(id) ?? createMemoryCache(options)
      caches.set(id, cache)
      return cache
    },
    close: () => Promise.resolve(),
  }
}

async function inRedis(url: string): Promise<Caches> {
  // Bundled, a CommonJS package that is loaded late has a default export only.
  const { default: ioredis } = await import('ioredis')
  const limits = { connectTimeout: 5000, commandTimeout: 5000, maxRetriesPerRequest: 2 }
  const redis = new ioredis.Redis(url, { ...limits, lazyConnect: true, enableReadyCheck: false })
  // Each command that fails says so itself.
  redis.on('error', () => undefined)
  return {
    workspace: (id) => createRedisCache(redis, id),
    close: () => Promise.resolve(redis.disconnect()),
  }
}
