/** Writes src/generated/definitions.json: what the browser knows of statements and filters. No behaviour goes along. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const editor = join(import.meta.dirname, '..')
const generated = join(editor, 'src/generated')
const bundle = join(generated, 'definitions.mjs')

await mkdir(generated, { recursive: true })
await build({
  stdin: {
    contents: `
      import { catalogue, filters } from '@cairn/statements'
      import { deriveDefinitions } from './src/definitions/derive-definitions.ts'
      export const definitions = deriveDefinitions(catalogue, filters)`,
    resolveDir: editor,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'warning',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
})
const { definitions } = await import(pathToFileURL(bundle).href)
await writeFile(join(generated, 'definitions.json'), JSON.stringify(definitions))
await rm(bundle)
console.log(`definitions.json: ${definitions.statements.length} statements, ${definitions.filters.length} filters`)
