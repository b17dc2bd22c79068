// Compares the builds over the tests of the workspaces below a folder and over as many of its cases as are asked for:
// `node properties.js FOLDER CASES`. Prints what it found as JSON. Built and run by scripts/corpus/properties.mjs.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Case } from '../../src/run/run-cases.ts'
import { loadFolder } from '../../src/run/load-folder.ts'
import { compareCase, sweepTests, type Finding } from './sweep.ts'

const [corpus = '', count = '0'] = process.argv.slice(2)
const dataDirectory = await mkdtemp(join(tmpdir(), 'cairn-properties-'))
try {
  const found = [...(await overTests(corpus)), ...(await overCases(corpus, Number(count)))]
  console.log(JSON.stringify(found))
} finally {
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
}
process.exit()

async function overTests(folder: string): Promise<Finding[]> {
  const found: Finding[] = []
  const entries = await readdir(folder, { withFileTypes: true })
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const program = await loadFolder(join(folder, name))
    const storage = { databaseUrl: undefined, dataDirectory, log: () => undefined }
    found.push(...(await sweepTests(program, storage)).map((one) => ({ ...one, name: `${name}: ${one.name}` })))
  }
  return found
}

/** So many of the cases, from all over the file. */
async function overCases(folder: string, most: number): Promise<Finding[]> {
  const cases = JSON.parse(await readFile(join(folder, 'cases.json'), 'utf8')) as Case[]
  const share = Math.min(1, most / cases.length)
  const chosen = cases.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share))
  const found: Finding[] = []
  for (const one of chosen) found.push(await compareCase(one, await loadFolder(join(folder, one.workspace))))
  return found
}
