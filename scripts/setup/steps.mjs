import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'
import { step } from './step.mjs'

const { cairn } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** `apps/*` and `packages/*`, each with the paths below it. */
const members = ['apps', 'packages'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => join(folder, name)),
)
const manifests = ['package.json', ...members.map((member) => join(member, 'package.json'))]
const packageSources = members.filter((member) => member.startsWith('packages')).map((member) => join(member, 'src'))

const packages = step({
  label: `packages (pnpm ${cairn.pnpm}, frozen lockfile)`,
  sources: ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests],
  makes: 'node_modules',
  stamp: 'node_modules/.cairn/packages.stamp',
  run: () =>
    runCommand('npx', ['--yes', `pnpm@${cairn.pnpm}`, 'install', '--frozen-lockfile', '--prefer-offline'], {
      env: { CI: 'true' },
    }),
})

const records = step({
  label: 'database client (generated)',
  sources: ['pnpm-lock.yaml', 'prisma/schema.prisma', 'scripts/generate.mjs'],
  makes: 'packages/workspace/src/prisma/client.ts',
  stamp: 'packages/workspace/src/prisma/.stamp',
  run: () => runCommand(process.execPath, ['scripts/generate.mjs']),
})

const server = step({
  label: 'server (bundle)',
  sources: [
    'pnpm-lock.yaml',
    'apps/server/src',
    'scripts/build-server.mjs',
    'scripts/setup/bundle.mjs',
    'prisma',
    ...packageSources,
  ],
  makes: 'apps/server/dist/cairn.js',
  stamp: 'apps/server/dist/.stamp',
  run: () => runCommand(process.execPath, ['scripts/build-server.mjs']),
})

const editor = step({
  label: 'editor (static build)',
  sources: ['pnpm-lock.yaml', 'apps/editor', ...packageSources],
  makes: 'apps/editor/out/index.html',
  stamp: 'apps/editor/out/.stamp',
  run: async () => {
    const inEditor = { cwd: join(root, 'apps/editor'), env: { NEXT_TELEMETRY_DISABLED: '1' } }
    await runCommand(process.execPath, ['scripts/definitions.mjs'], inEditor)
    await runCommand(process.execPath, ['node_modules/next/dist/bin/next', 'build'], inEditor)
    await runCommand(process.execPath, ['scripts/csp.mjs'], inEditor)
    await runCommand(process.execPath, ['scripts/compress.mjs'], inEditor)
  },
})

const hasEditor = ['app', 'src/app'].some((folder) => existsSync(join(root, 'apps/editor', folder)))

/** In order: each needs what the ones before it make. */
export const steps = hasEditor ? [packages, records, server, editor] : [packages, records, server]
