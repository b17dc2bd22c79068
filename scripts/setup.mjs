// `npm run setup`: brings packages, server and editor up to date; nothing to do is quick.
import { pathToFileURL } from 'node:url'
import { refuseOldNode } from './setup/node-version.mjs'
import { steps } from './setup/steps.mjs'
import { withLock } from './setup/lock.mjs'

/**
 * Runs the steps whose sources changed since they last ran. `log` gets a line a step. Rejects with the step's own
 * output when one fails; what went well before is kept.
 */
export async function setUp({ log = console.error } = {}) {
  refuseOldNode()
  if (steps.every((step) => step.isCurrent())) return
  await withLock(log, async () => {
    for (const step of steps) {
      if (step.isCurrent()) continue
      const start = performance.now()
      log(`cairn: ${step.label} …`)
      await step.run()
      step.markCurrent()
      log(`cairn: ${step.label} done in ${((performance.now() - start) / 1000).toFixed(1)} s`)
    }
  })
}

/** `setUp` for scripts: ends the process with one clear line when it fails. */
export async function setUpOrExit(options) {
  try {
    await setUp(options)
  } catch (error) {
    console.error(`cairn: set-up failed: ${error.message}`)
    process.exit(1)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const start = performance.now()
  await setUpOrExit()
  console.error(`cairn: set up (${((performance.now() - start) / 1000).toFixed(1)} s). Start it with: npm start`)
}
