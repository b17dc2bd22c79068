// `npm start`: sets up what is missing, then serves.
import { setUpOrExit } from './setup.mjs'

await setUpOrExit()
process.argv.splice(2, 0, 'serve')
await import('../apps/server/dist/cairn.js')
