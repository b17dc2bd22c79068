// Pictures of the editor's screens in docs/screens, light and dark: `node scripts/screens.mjs`. Needs the set-up done.
// To look at every screen at other widths too: `node scripts/screens.mjs --out DIR --width 390 --width 1600 [--grep TITLE]`.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runVisibly } from './setup/run-command.mjs'

const { values } = parseArgs({
  options: { out: { type: 'string' }, width: { type: 'string', multiple: true }, grep: { type: 'string' } },
})

process.exitCode = await runVisibly(
  process.execPath,
  [
    'e2e/node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'e2e/screens.config.ts',
    ...(values.grep === undefined ? [] : ['--grep', values.grep]),
  ],
  {
    ...(values.out === undefined ? {} : { CAIRN_SCREENS: resolve(values.out) }),
    ...(values.width === undefined ? {} : { CAIRN_SCREENS_WIDTHS: values.width.join(',') }),
  },
)
