// `npm test`: every test of every package, those of PostgreSQL also on a server of another make, then the browser tests. Its last line is `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/root.mjs'
import { runVisibly } from './setup/run-command.mjs'
import { findChromium } from './setup/chromium.mjs'
import { setUpOrExit } from './setup.mjs'

await setUpOrExit()
const results = join(root, 'node_modules/.cairn/results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const runs = [await runVitest('vitest.config.ts'), await runVitest('vitest.postgres.config.ts')]
if (existsSync(join(root, 'e2e/playwright.config.ts'))) runs.push(await runPlaywright())

const sum = (key) => runs.reduce((total, run) => total + run[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 && runs.every((run) => run.code === 0) ? 0 : 1

async function runVitest(config) {
  const file = join(results, `${config}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runVisibly(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    config,
    ...reporters,
  ])
  const report = readReport(file)
  // A file that cannot be loaded has no tests of its own; it counts as one.
  const broken = (report?.testResults ?? []).filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  return counted(code, report?.numPassedTests, (report?.numFailedTests ?? 0) + broken.length)
}

async function runPlaywright() {
  const chromium = await findChromium()
  if (!chromium) {
    console.error('cairn: no Chromium found. Install Debian\'s package "chromium" or set CHROMIUM_PATH.')
    return counted(1, 0, 1)
  }
  const file = join(results, 'playwright.json')
  const code = await runVisibly(
    process.execPath,
    ['e2e/node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e', '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      CHROMIUM_PATH: chromium,
    },
  )
  const { stats } = readReport(file) ?? {}
  const flaky = stats?.flaky ?? 0
  if (flaky > 0) console.log(`\nOf the browser tests ${flaky} passed only when tried again.`)
  return counted(code, (stats?.expected ?? 0) + flaky, stats?.unexpected)
}

/** A run that ended badly has at least one failure, whatever its report says. */
function counted(code, passed = 0, failed = 0) {
  return { code, passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
