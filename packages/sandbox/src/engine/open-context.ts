import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten-core'
import { maxMemory, maxStack } from './limits.ts'
import { prelude } from './prelude.ts'
import { refuseModule } from './refuse-module.ts'

/** A context that can take a job, with what its prelude answered. */
export interface OpenContext {
  runtime: QuickJSRuntime
  context: QuickJSContext
  /** What runs in it is interrupted past `end`, as `Date.now()` gives it. */
  watch: { end: number; interrupted: boolean }
  start: QuickJSHandle
  nextTimer: QuickJSHandle
  fireTimer: QuickJSHandle
  logs: QuickJSHandle
}

/** A fresh context within the limits of jobs. Throws what the engine throws when it has no memory left. */
export function openContext(engine: QuickJSWASMModule): OpenContext {
  const runtime = engine.newRuntime()
  runtime.setMemoryLimit(maxMemory)
  runtime.setMaxStackSize(maxStack)
  const watch = { end: Number.POSITIVE_INFINITY, interrupted: false }
  runtime.setInterruptHandler(() => (watch.interrupted ||= Date.now() >= watch.end))
  runtime.setModuleLoader(refuseModule)
  const context = runtime.newContext()
  const made = context.unwrapResult(context.evalCode(prelude, 'cairn'))
  const at = (index: number): QuickJSHandle => context.getProp(made, index)
  const opened = { runtime, context, watch, start: at(0), nextTimer: at(1), fireTimer: at(2), logs: at(3) }
  made.dispose()
  return opened
}

export function closeContext({ runtime, context, start, nextTimer, fireTimer, logs }: OpenContext): void {
  for (const handle of [start, nextTimer, fireTimer, logs]) handle.dispose()
  context.dispose()
  runtime.dispose()
}
