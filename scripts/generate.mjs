/**
 * Generates the Prisma client into packages/workspace/src/prisma (not committed). Works offline: the Prisma command
 * line wants to download a schema engine that `generate` never calls, unless told of any executable in its place.
 * Does nothing when the client is newer than the schema; `--force` generates anyway.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const schema = join(root, 'prisma', 'schema.prisma')
const client = join(root, 'packages', 'workspace', 'src', 'prisma', 'client.ts')

const isFresh = () => existsSync(client) && statSync(client).mtimeMs >= statSync(schema).mtimeMs

if (process.argv.includes('--force') || !isFresh()) {
  const resolve = createRequire(join(root, 'packages', 'workspace', 'package.json')).resolve
  const prisma = join(dirname(resolve('prisma/package.json')), 'build', 'index.js')
  const run = spawnSync(process.execPath, [prisma, 'generate', '--schema', schema], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (run.status !== 0) {
    console.error(run.stdout + run.stderr)
    console.error('The Prisma client could not be generated. Run `npm run setup`, then try again.')
    process.exit(1)
  }
}
