import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

/**
 * The rows of the tables below a heading of docs/corpus.md: the path in backticks and the names after it, which stand
 * after a colon with commas between them.
 */
export function listedUnder(heading) {
  const text = readFileSync(join(root, 'docs/corpus.md'), 'utf8')
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`docs/corpus.md has no heading "${heading}".`)
  return [...section.matchAll(/^\| `([^`]+)`(?::([^|]*))?\s*\|/gm)].map(([, path, names = '']) => ({
    path,
    names: names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  }))
}

/** What fails and is not listed, and what is listed and does not fail: both are wrong. */
export function compareWithList(failing, listed) {
  return {
    unlisted: [...failing].filter((name) => !listed.has(name)),
    outdated: [...listed].filter((name) => !failing.has(name)),
  }
}
