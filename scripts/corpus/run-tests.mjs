import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cairn } from './cairn.mjs'
import { compareWithList, listedUnder } from './listed.mjs'

/** The unit tests and workflow tests of every workspace pass, all but those that docs/corpus.md lists with the reason. */
export function runTests(corpus) {
  const messages = new Map()
  let passed = 0
  let workspaces = 0
  for (const workspace of findTested(corpus)) {
    workspaces += 1
    const report = cairn('test', join(corpus, workspace))
    passed += report.passed
    for (const { status, file, name, message } of report.tests) {
      if (status !== 'passed') messages.set(`${workspace}/${file}: ${name}`, message)
    }
  }
  const { unlisted, outdated } = compareWithList(new Set(messages.keys()), listedTests())
  return {
    name: 'tests',
    ok: workspaces > 0 && unlisted.length === 0 && outdated.length === 0,
    summary: `${passed} tests of ${workspaces} workspaces passed, ${messages.size} listed with the reason`,
    details: [
      ...unlisted.map((test) => `failed ${test}: ${messages.get(test)}`),
      ...outdated.map((test) => `passes, and docs/corpus.md lists it: ${test}`),
    ],
  }
}

function listedTests() {
  return new Set(listedUnder('Tests').flatMap(({ path, names }) => names.map((name) => `${path}: ${name}`)))
}

function findTested(corpus) {
  return readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasTest(join(corpus, entry.name)))
    .map(({ name }) => name)
    .toSorted()
}

function hasTest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).some(
    (entry) =>
      entry.isFile() &&
      entry.name.endsWith('.xs') &&
      /^(?:workflow_test|[ \t]+test) /m.test(readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
}
