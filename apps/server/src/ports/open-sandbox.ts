import { availableParallelism } from 'node:os'
import { createSandbox, type Sandbox } from '@cairn/sandbox'

const mostThreads = 8

/** The sandbox of this process, whose worker is built beside it (scripts/build-server.mjs). No thread runs yet. */
export function openSandbox(): Sandbox {
  const size = Math.max(2, Math.min(mostThreads, availableParallelism()))
  return createSandbox({ worker: new URL('./sandbox-worker.js', import.meta.url), size })
}
