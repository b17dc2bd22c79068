import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

/**
 * Tells whether docs/corpus.md lists a file, named relative to the corpus. A row of its table names a file in backticks,
 * or a folder ending in `/` and the numbers its files start with.
 */
export function readKnownWrong() {
  const text = readFileSync(join(root, 'docs/corpus.md'), 'utf8')
  const files = new Set()
  for (const [, path, rest] of text.matchAll(/^\| `([^`]+)`([^|]*)\|/gm)) {
    const numbers = rest.match(/\d+/g) ?? []
    for (const name of path.endsWith('/') ? numbers.map((number) => `${path}${number}_`) : [path]) files.add(name)
  }
  return (file) => files.has(file) || files.has(file.replace(/(\/\d+_)[^/]*$/, '$1'))
}
