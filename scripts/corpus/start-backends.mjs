import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveFolder } from './serve-folder.mjs'

/** Every folder of the corpus that holds endpoints starts. */
export async function startBackends(corpus) {
  const backends = findBackends(corpus)
  const details = []
  const seconds = []
  let failed = 0
  for (const backend of backends) {
    try {
      await serveFolder(join(corpus, backend), {}, (ready) => {
        seconds.push(ready.seconds)
        details.push(`${ready.seconds.toFixed(1)} s  ${backend}: ${describe(ready)}`)
      })
    } catch (error) {
      failed += 1
      details.push(`FAILED ${backend}: ${error.message}`)
    }
  }
  const slowest = Math.max(0, ...seconds).toFixed(1)
  return {
    name: 'serve',
    ok: failed === 0 && backends.length > 0,
    summary: `${backends.length - failed} of ${backends.length} backends started, the slowest in ${slowest} s`,
    details,
  }
}

function describe({ tables, groups, lines }) {
  const left = (end) => lines.filter((line) => end.test(line)).length
  const drafts = left(/kept as a draft, not served$/)
  const homeless = left(/: there is no API group "[^"]*"$/)
  const made = left(/ warning api_group_made: /)
  return [
    `${tables.length} tables`,
    `${groups.length} groups`,
    ...(drafts > 0 ? [`${drafts} files with errors not served`] : []),
    ...(made > 0 ? [`${made} groups were missing and made`] : []),
    ...(homeless > 0 ? [`${homeless} endpoints of groups that are not there`] : []),
  ].join(', ')
}

function findBackends(corpus) {
  return readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => (existsSync(join(corpus, name, 'backend')) ? join(name, 'backend') : name))
    .filter((folder) => hasEndpoint(join(corpus, folder)))
    .toSorted()
}

function hasEndpoint(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).some(
    (entry) =>
      entry.isFile() &&
      entry.name.endsWith('.xs') &&
      /^query /m.test(readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
}
