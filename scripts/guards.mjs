// `node scripts/guards.mjs [CLASS…]`: takes each guard of guards/list.mjs away, runs the tests that attack it, and puts it
// back. A guard whose tests still pass is a hole in them: exit code 1. See docs/security.md. Takes minutes; not part of
// `npm test`. Needs a clean work tree, because it changes it.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guards } from './guards/list.mjs'
import { setUpOrExit } from './setup.mjs'
import { root } from './setup/root.mjs'

await setUpOrExit()
if (spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).stdout !== '') {
  console.error(
    'cairn: commit or stash what you changed first: this takes guards out of the sources and puts them back.',
  )
  process.exit(2)
}
const asked = process.argv.slice(2).map(Number)
const chosen = guards.filter(({ class: number }) => asked.length === 0 || asked.includes(number))
const results = mkdtempSync(join(tmpdir(), 'cairn-guards-'))
const holes = []
/** Puts back what was taken away, also when somebody ends us meanwhile. */
let putBack = () => undefined
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    putBack()
    process.exit(130)
  })
}
for (const guard of chosen) {
  const failed = await failuresWithout(guard)
  console.log(`${failed > 0 ? ' ok ' : 'HOLE'} class ${guard.class}: ${guard.what}: ${failed} tests fail without it`)
  if (failed === 0) holes.push(guard)
}
rmSync(results, { recursive: true })
console.log(`\n${chosen.length - holes.length} guards are tested, ${holes.length} are not`)
process.exitCode = holes.length === 0 ? 0 : 1

async function failuresWithout({ file, guard, without, and, tests }) {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  const layers = [{ guard, without }, ...(and ? [and] : [])]
  const open = layers.reduce((kept, layer) => takeAway(kept, layer, file), text)
  putBack = () => writeFileSync(path, text)
  writeFileSync(path, open)
  try {
    return await countFailures(tests)
  } finally {
    putBack()
  }
}

function takeAway(text, { guard, without }, file) {
  if (text.includes(guard)) return text.replace(guard, () => without)
  throw new Error(`${file} does not hold "${guard}": say in guards/list.mjs where it went.`)
}

/** A run that had to be ended, since what the guard stops does not stop by itself, is a failure too. */
async function countFailures(tests) {
  const report = join(results, 'report.json')
  rmSync(report, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...tests, '--reporter=json', `--outputFile=${report}`]
  const run = spawn(process.execPath, args, { cwd: root, stdio: 'ignore', timeout: 180_000, killSignal: 'SIGKILL' })
  const [, signal] = await once(run, 'exit')
  if (signal !== null) return 1
  const { numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const unread = testResults.find(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  if (unread) throw new Error(`${unread.name} cannot be loaded without the guard: ${unread.message}`)
  // Where what prepares the tests of a file fails, none of them ran.
  return numFailedTests || testResults.filter(({ status }) => status === 'failed').length
}
