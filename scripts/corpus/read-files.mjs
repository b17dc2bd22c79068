import { relative } from 'node:path'
import { cairn } from './cairn.mjs'
import { readKnownWrong } from './known-wrong.mjs'

/** Every file reads without an error, but for those docs/corpus.md lists. */
export function checkFiles(corpus) {
  const { files, objects, errors, diagnostics } = cairn('check', corpus)
  const isKnown = readKnownWrong()
  const known = new Set()
  const unknown = []
  for (const { file, line, column, severity, message } of diagnostics) {
    if (severity !== 'error') continue
    const name = relative(corpus, file)
    if (isKnown(name)) known.add(name)
    else unknown.push(`${name}:${line}:${column}: ${message}`)
  }
  const listed = `${errors - unknown.length} errors in ${known.size} files of docs/corpus.md`
  return {
    name: 'check',
    ok: unknown.length === 0,
    summary: `${files} files, ${objects} objects, ${listed}, ${unknown.length} elsewhere`,
    details: unknown,
  }
}

/** Every file prints stably. */
export function formatFiles(corpus) {
  const { files, unstable } = cairn('format', corpus, '--check')
  return {
    name: 'format',
    ok: unstable.length === 0,
    summary: `${files} files, ${unstable.length} not printed stably`,
    details: unstable.map((file) => relative(corpus, file)),
  }
}
