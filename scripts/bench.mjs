// `npm run bench [-- --json]`: Cairn beside hand-written code, on this machine.
import { setUpOrExit } from './setup.mjs'
import { runVisibly } from './setup/run-command.mjs'

await setUpOrExit()
process.exitCode = await runVisibly(process.execPath, ['packages/bench/bin/bench.mjs', ...process.argv.slice(2)])
