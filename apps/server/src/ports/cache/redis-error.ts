import { StackError } from '@cairn/statements'
import { notNumeric, wrongType } from './cache-value.ts'

/** An error of Redis, or of the way to it, as a StackError of the cache. */
export function toCacheError(error: unknown, key: string): unknown {
  if (error instanceof StackError || !(error instanceof Error)) return error
  if (error.message.startsWith('WRONGTYPE')) return wrongType(key)
  if (/not an integer|would overflow/.test(error.message)) return notNumeric(key)
  if (error.message.startsWith('OOM')) {
    return new StackError('standard', 'cache_full', 'Redis holds as much as it may.', {
      cause: error,
      hint: 'Delete keys, give them a ttl, or raise maxmemory of Redis.',
    })
  }
  return new StackError('standard', 'cache_unavailable', 'The cache cannot be reached.', {
    cause: error,
    hint: 'Check that the Redis of REDIS_URL runs and takes connections from this machine.',
  })
}
