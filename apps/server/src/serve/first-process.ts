import type { DebugAnswer, DebugCall, RunRelay } from '../editor/index.ts'
import type { Caches } from '../ports/cache/open-cache.ts'
import { sharedCaches, type CacheAnswer, type CacheCall } from '../ports/cache/shared-caches.ts'
import { Questions } from './questions.ts'
import { runsUnreachable } from './run-router.ts'
import type { FromWorker, ToWorker } from './worker-messages.ts'

/** The first process, as a worker reaches it. */
export interface FirstProcess {
  /** Those that it holds for all workers. */
  caches: Caches
  /** Through it to the worker that holds the runs of a person. */
  relay: RunRelay
}

export function firstProcess(): FirstProcess {
  const caches = new Questions<CacheCall, CacheAnswer>((id, call) => tellFirst({ state: 'cache', id, call }))
  const runs = new Questions<DebugCall, DebugAnswer>((id, call) => tellFirst({ state: 'debug', id, call }))
  let here = (_call: DebugCall): Promise<DebugAnswer> => Promise.resolve(runsUnreachable)
  process.on('message', (message: ToWorker) => {
    if (message.state === 'cached') caches.answered(message.id, message.answer)
    else if (message.state === 'debugged') runs.answered(message.id, message.answer)
    else void here(message.call).then((answer) => tellFirst({ state: 'debugged', id: message.id, answer }))
  })
  return {
    caches: sharedCaches((call) => caches.ask(call)),
    relay: {
      send: (call) => runs.ask(call),
      receive(answer) {
        here = answer
      },
    },
  }
}

export function tellFirst(message: FromWorker): void {
  process.send?.(message)
}
