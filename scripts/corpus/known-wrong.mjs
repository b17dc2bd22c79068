import { listedUnder } from './listed.mjs'

/**
 * Tells whether docs/corpus.md lists a file, named relative to the corpus. A row names a file, or a folder ending in `/`
 * and the numbers its files start with.
 */
export function readKnownWrong() {
  const files = new Set()
  for (const { path, names } of listedUnder('Files that are not read')) {
    for (const name of path.endsWith('/') ? names.map((number) => `${path}${number}_`) : [path]) files.add(name)
  }
  return (file) => files.has(file) || files.has(file.replace(/(\/\d+_)[^/]*$/, '$1'))
}
