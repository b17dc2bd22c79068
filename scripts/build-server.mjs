// Bundles apps/server into apps/server/dist: one small entry, one chunk a command, the process that imports and the thread
// that lambdas run in, so that a command loads only its own.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './setup/bundle.mjs'
import { root } from './setup/root.mjs'

const outdir = join(root, 'apps/server/dist')
rmSync(outdir, { recursive: true, force: true })

await bundle(
  {
    cairn: join(root, 'apps/server/src/cairn.ts'),
    'import-process': join(root, 'apps/server/src/serve/import-process.ts'),
    'sandbox-worker': join(root, 'packages/sandbox/src/worker.ts'),
  },
  outdir,
)
