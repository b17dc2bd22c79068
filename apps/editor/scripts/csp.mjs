/** Writes out/csp.json: for each page, the hashes of its inline scripts, so that the server needs no 'unsafe-inline'. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const out = join(dirname(fileURLToPath(import.meta.url)), '..', 'out')
const files = await readdir(out, { recursive: true })
const pages = files.filter((file) => file.endsWith('.html')).sort()

const hashes = (html) =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)].map(
    ([, script]) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
  )

const scripts = {}
for (const page of pages) scripts[page] = [...new Set(hashes(await readFile(join(out, page), 'utf8')))]
await writeFile(join(out, 'csp.json'), JSON.stringify({ scripts }, null, 2))
console.log(`csp.json: ${pages.length} pages`)
