// Pictures of the editor's screens in docs/screens, light and dark: `node scripts/screens.mjs`. Needs the set-up done.
import { runVisibly } from './setup/run-command.mjs'

process.exitCode = await runVisibly(process.execPath, [
  'e2e/node_modules/@playwright/test/cli.js',
  'test',
  '--config',
  'e2e/screens.config.ts',
])
