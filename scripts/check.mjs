// `npm run check`: form, lint, types, dead code and arrows. Runs all of them and names those that fail.
import { setUpOrExit } from './setup.mjs'
import { runVisibly } from './setup/run-command.mjs'

await setUpOrExit()

const bin = (name) => `node_modules/.bin/${name}`
const checks = [
  ['format', bin('oxfmt'), ['--check', '.']],
  ['lint', bin('oxlint'), ['--type-aware']],
  ['types', bin('tsc'), ['-p', 'tsconfig.json']],
  ['dead code', bin('knip'), []],
  ['arrows', bin('vitest'), ['run', 'test/arrows.test.ts']],
]

const failed = []
for (const [label, program, args] of checks) {
  console.log(`\n— ${label}`)
  if ((await runVisibly(program, args)) !== 0) failed.push(label)
}
console.log(failed.length === 0 ? '\nAll checks passed' : `\nFailed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
