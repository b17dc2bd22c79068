import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const outputs = new Set(['node_modules', 'dist', 'out', '.next', '.turbo', 'generated', 'results', 'test-results'])

/** All files below the paths given (relative to the root), sorted; folders of outputs are passed over. */
export function listFiles(paths) {
  return paths.flatMap((path) => below(path)).toSorted()
}

function below(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stats) return []
  if (!stats.isDirectory()) return [path]
  return readdirSync(join(root, path)).flatMap((name) => (outputs.has(name) ? [] : below(join(path, name))))
}

/** Changes whenever a file was touched: one `stat` a file. */
export function quickMark(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Changes whenever a file's content did. */
export function contentMark(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
