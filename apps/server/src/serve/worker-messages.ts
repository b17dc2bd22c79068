import type { DebugAnswer, DebugCall } from '../editor/index.ts'
import type { CacheAnswer, CacheCall } from '../ports/cache/shared-caches.ts'

/** What a worker says to the first process. `id`: of a question; its answer has the same. */
export type FromWorker =
  | { state: 'waiting' }
  | { state: 'ready'; url: string }
  | { state: 'cache'; id: number; call: CacheCall }
  /** To be answered by the worker that holds the runs of the caller. */
  | { state: 'debug'; id: number; call: DebugCall }
  | { state: 'debugged'; id: number; answer: DebugAnswer }

/** What the first process says to a worker once that has its settings. */
export type ToWorker =
  | { state: 'cached'; id: number; answer: CacheAnswer }
  | { state: 'debug'; id: number; call: DebugCall }
  | { state: 'debugged'; id: number; answer: DebugAnswer }
