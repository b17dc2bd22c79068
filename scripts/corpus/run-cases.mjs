import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cairn } from './cairn.mjs'

const shown = 10

/** The functions of the corpus give the expected results. Told, not held against a change. */
export function runCases(corpus) {
  const file = join(corpus, 'cases.json')
  if (!existsSync(file)) return { name: 'cases', ok: null, summary: 'no cases.json', details: [] }
  const { passed, failed, cases } = cairn('run', '--cases', file)
  const misses = cases.filter(({ status }) => status !== 'passed')
  const details = misses.slice(0, shown).map(({ id, status, message }) => `${status} ${id}: ${message}`)
  if (misses.length > shown) details.push(`… and ${misses.length - shown} more`)
  return { name: 'cases', ok: null, summary: `${passed} passed, ${failed} failed`, details }
}
