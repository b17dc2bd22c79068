import { join } from 'node:path'
import { cairn } from './cairn.mjs'

const shown = 10

/** The functions of the corpus give the expected results. Told, not held against a change. */
export function runCases(corpus) {
  const { passed, failed, cases } = cairn('run', '--cases', join(corpus, 'cases.json'))
  const misses = cases.filter(({ status }) => status !== 'passed')
  const details = misses.slice(0, shown).map(({ id, status, message }) => `${status} ${id}: ${message}`)
  if (misses.length > shown) details.push(`… and ${misses.length - shown} more`)
  return { name: 'cases', ok: null, summary: `${passed} passed, ${failed} failed`, details }
}
