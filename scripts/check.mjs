// `npm run check`: form, lint, types, dead code and arrows. Runs all of them and names those that fail.
import { setUpOrExit } from './setup.mjs'
import { runVisibly } from './setup/run-command.mjs'

await setUpOrExit()

const checks = [
  { label: 'format', program: 'oxfmt', args: ['--check', '.'] },
  { label: 'lint', program: 'oxlint', args: ['--type-aware'] },
  { label: 'types', program: 'tsc', args: ['-p', 'tsconfig.json'] },
  { label: 'types of the editor', program: 'tsc', args: ['-p', 'apps/editor/tsconfig.json'] },
  { label: 'dead code', program: 'knip', args: [] },
  { label: 'arrows', program: 'vitest', args: ['run', 'test/arrows.test.ts'] },
]

const failed = []
for (const { label, program, args } of checks) {
  console.log(`\n— ${label}`)
  if ((await runVisibly(`node_modules/.bin/${program}`, args)) !== 0) failed.push(label)
}
console.log(failed.length === 0 ? '\nAll checks passed' : `\nFailed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
