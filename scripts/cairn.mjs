// `npm run --silent cairn -- …`: the command line. Set-up, when needed, speaks on stderr only.
import { setUpOrExit } from './setup.mjs'

await setUpOrExit()
await import('../apps/server/dist/cairn.js')
