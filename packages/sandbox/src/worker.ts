/** The thread in which jobs run, one at a time. It is given no environment and no standard input. */
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { Engines } from './engine/engines.ts'
import type { Job } from './engine/job.ts'

// On Linux a priority is a thread's own: lambdas give way to the server.
if (process.platform === 'linux') setPriority(10)

// What an engine that is given up says of itself is for nobody: its answer says it.
for (const method of ['log', 'warn', 'error'] as const) console[method] = () => {}

const port = parentPort!
const engines = new Engines()
await engines.open()

port.on('message', async (job: Job) => port.postMessage(await engines.run(job)))
port.postMessage('ready')
