import { spawnSync } from 'node:child_process'
import { root } from '../setup/root.mjs'

/** What a command of the built command line answers with `--json`. Throws when it could not do its work. */
export function cairn(...args) {
  const run = spawnSync(process.execPath, ['apps/server/dist/cairn.js', ...args, '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (run.status > 1 || run.status === null) throw new Error(`cairn ${args[0]} ended with ${run.status}\n${run.stderr}`)
  return JSON.parse(run.stdout)
}
