// `npm run corpus`: Cairn over the real workspaces below CAIRN_CORPUS. Not part of `npm test`. See docs/walkthrough.md.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { driveCrm, smokeCrm } from './corpus/crm.mjs'
import { checkFiles, formatFiles } from './corpus/read-files.mjs'
import { properties } from './corpus/properties.mjs'
import { runCases } from './corpus/run-cases.mjs'
import { runTests } from './corpus/run-tests.mjs'
import { startBackends } from './corpus/start-backends.mjs'
import { setUpOrExit } from './setup.mjs'

const corpus = resolve(process.env.CAIRN_CORPUS || '')
if (!process.env.CAIRN_CORPUS || !existsSync(corpus)) {
  console.error('cairn: set CAIRN_CORPUS to the folder that holds the unpacked workspaces.')
  process.exit(2)
}
// The browser's test reads it from a folder of its own.
process.env.CAIRN_CORPUS = corpus
await setUpOrExit()

const results = []
for (const step of [checkFiles, formatFiles, runCases, runTests, properties, startBackends, smokeCrm, driveCrm]) {
  const result = await runStep(step)
  results.push(result)
  console.log(line(result))
  for (const detail of result.details) console.log(`         ${detail}`)
}

console.log(`\n${results.map(line).join('\n')}`)
process.exitCode = results.some(({ ok }) => ok === false) ? 1 : 0

/** A step that throws is a step that failed. */
async function runStep(step) {
  try {
    return await step(corpus)
  } catch (error) {
    return { name: step.name, ok: false, summary: error.message, details: [] }
  }
}

/** `ok` is null for what is told without a bar. */
function line({ name, ok, summary }) {
  const mark = ok === null ? ' ·  ' : ok ? ' ok ' : 'FAIL'
  return `${mark} ${name.padEnd(10)} ${summary}`
}
