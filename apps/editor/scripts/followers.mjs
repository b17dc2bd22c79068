/**
 * Writes src/designer/picker/followers.json: which statement usually follows which, counted in the real workspaces below
 * CAIRN_CORPUS, a folder each. The file is committed; run this when the corpus has grown.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const picker = join(import.meta.dirname, '../src/designer/picker')
const corpus = process.env.CAIRN_CORPUS
if (!corpus) {
  console.error('Set CAIRN_CORPUS to the folder that holds the unpacked workspaces.')
  process.exit(2)
}

const folder = await mkdtemp(join(tmpdir(), 'cairn-followers-'))
const bundle = join(folder, 'followers.mjs')
await build({
  stdin: {
    contents: `
      export { countFollowers } from './count-followers.ts'
      export { catalogue } from '@cairn/statements'`,
    resolveDir: picker,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'warning',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
})
const { countFollowers, catalogue } = await import(pathToFileURL(bundle).href)
await rm(folder, { recursive: true })

const textsOf = (path) =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.xs'))
    .map((file) => readFileSync(join(path, file), 'utf8'))
const workspaces = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => textsOf(join(corpus, entry.name)))

// What Cairn does not know, and what only tests hold, is nothing to offer.
const offered = (name) => catalogue.get(name) !== undefined && catalogue.get(name).definition.category !== 'test'
const counted = Object.entries(countFollowers(workspaces))
const followers = counted
  .map(([before, names]) => [before, names.filter(offered)])
  .filter(([before, names]) => names.length > 0 && (before.startsWith('>') || offered(before)))
writeFileSync(join(picker, 'followers.json'), `${JSON.stringify(Object.fromEntries(followers), null, 2)}\n`)
console.log(`followers.json: ${followers.length} places, from ${workspaces.length} workspaces`)
