// `npm run corpus`: the command line over the real workspaces below CAIRN_CORPUS. Not part of `npm test`.
import { spawnSync } from 'node:child_process'
import { root } from './setup/root.mjs'
import { setUpOrExit } from './setup.mjs'

const corpus = process.env.CAIRN_CORPUS
if (!corpus) {
  console.error('cairn: set CAIRN_CORPUS to the folder that holds the unpacked workspaces.')
  process.exit(2)
}
await setUpOrExit()

const check = cairn('check', corpus)
console.log(`check: ${check.files} files, ${check.objects} objects, ${check.errors} errors`)
for (const { file, line, column, message } of check.diagnostics) console.log(`  ${file}:${line}:${column}: ${message}`)

const format = cairn('format', corpus, '--check')
console.log(`format: ${format.files} files, ${format.unstable.length} not printed stably`)
for (const file of format.unstable) console.log(`  ${file}`)
process.exitCode = check.errors === 0 && format.unstable.length === 0 ? 0 : 1

function cairn(...args) {
  const run = spawnSync(process.execPath, ['apps/server/dist/cairn.js', ...args, '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (run.status > 1 || run.status === null) throw new Error(`cairn ${args[0]} ended with ${run.status}\n${run.stderr}`)
  return JSON.parse(run.stdout)
}
