/** The thread in which jobs run, one at a time. It is given no environment and no standard input. */
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { loadEngine } from './engine/load-engine.ts'
import type { Job } from './engine/job.ts'
import { runJob } from './engine/run-job.ts'

/** Bytes of the engine's memory, which never shrinks, above which a new one takes its place. */
const mostKept = 96 * 1024 * 1024

// On Linux a priority is a thread's own: lambdas give way to the server.
if (process.platform === 'linux') setPriority(10)

// What an engine that is given up says of itself is for nobody: its answer says it.
for (const method of ['log', 'warn', 'error'] as const) console[method] = () => {}

const port = parentPort!
const engine = await loadEngine()

port.on('message', async (job: Job) => {
  const answer = await runJob(engine, job)
  const grown = engine.getWasmMemory().buffer.byteLength > mostKept
  port.postMessage({ ...answer, spent: answer.spent || grown })
})
port.postMessage('ready')
