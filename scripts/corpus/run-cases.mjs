import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cairn } from './cairn.mjs'
import { compareWithList, listedUnder } from './listed.mjs'

/** The most milliseconds a case may take on average. */
const longest = 30

/**
 * The functions of the corpus give the results that their authors wrote down, all but those that docs/corpus.md lists
 * with the reason; a listed one that passes is a failure too, of the list.
 */
export function runCases(corpus) {
  const file = join(corpus, 'cases.json')
  if (!existsSync(file)) return { name: 'cases', ok: null, summary: 'no cases.json', details: [] }
  const start = Date.now()
  const { passed, cases } = cairn('run', '--cases', file)
  const milliseconds = Date.now() - start
  const messages = new Map(cases.filter(({ status }) => status !== 'passed').map((row) => [row.id, row.message]))
  const { unlisted, outdated } = compareWithList(new Set(messages.keys()), listedCases())
  const inTime = milliseconds <= longest * cases.length
  const seconds = (milliseconds / 1000).toFixed(1)
  return {
    name: 'cases',
    ok: unlisted.length === 0 && outdated.length === 0 && inTime,
    summary: `${passed} of ${cases.length} passed in ${seconds} s, ${messages.size} listed with the reason`,
    details: [
      ...unlisted.map((id) => `failed ${id}: ${messages.get(id)}`),
      ...outdated.map((id) => `passes, and docs/corpus.md lists it: ${id}`),
    ],
  }
}

function listedCases() {
  return new Set(
    listedUnder('Functions and their tables').flatMap(({ path, names }) =>
      names.length === 0 ? [path] : names.map((number) => `${path}#${number}`),
    ),
  )
}
