import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import type { openCaches } from '../apps/server/src/ports/cache/open-cache.ts'
import { startRedis } from '../apps/server/test/ports/start-redis.ts'

const root = join(import.meta.dirname, '..')

test('the bundled server loads its Redis client late and speaks with it', async () => {
  const outdir = await mkdtemp(join(root, 'node_modules', '.bundled-redis-'))
  const redis = await startRedis()
  try {
    // The options of scripts/build-server.mjs that decide how packages are loaded.
    const entryPoints = [join(root, 'apps/server/src/ports/cache/open-cache.ts')]
    const options = { bundle: true, splitting: true, platform: 'node', format: 'esm', logLevel: 'warning' } as const
    const js =
      "import { createRequire as cairnRequire } from 'node:module'; const require = cairnRequire(import.meta.url);"
    await build({ entryPoints, outdir, outExtension: { '.js': '.mjs' }, banner: { js }, ...options })
    const bundled = (await import(pathToFileURL(join(outdir, 'open-cache.mjs')).href)) as {
      openCaches: typeof openCaches
    }
    const caches = await bundled.openCaches({ clock: { now: Date.now }, redisUrl: redis.url })
    await caches.workspace('w').set('k', { a: 1 }, 60)
    expect(await caches.workspace('w').get('k')).toEqual({ a: 1 })
    await caches.close()
  } finally {
    await redis.stop()
    await rm(outdir, { recursive: true })
  }
})
