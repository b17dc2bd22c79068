import { type AttributeReader, textsOf } from './attribute-reader.ts'
import type { CacheSettings } from './types.ts'

/** Reads `cache = {ttl: 60, …}`; null where it is absent. Unless written, input, auth and datasource tell answers apart. */
export function readCacheSettings(reader: AttributeReader): CacheSettings | null {
  const cache = reader.record('cache')
  if (cache === null) return null
  const { ttl } = cache
  return {
    ttl: typeof ttl === 'number' && ttl > 0 ? ttl : 0,
    input: cache['input'] !== false,
    auth: cache['auth'] !== false,
    datasource: cache['datasource'] !== false,
    ip: cache['ip'] === true,
    headers: textsOf(cache['headers']),
    env: textsOf(cache['env']),
  }
}
