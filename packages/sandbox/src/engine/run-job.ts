import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten-core'
import { compileCode } from './compile-code.ts'
import { depthOf } from './depth-of.ts'
import { openWeb } from '../web/open-web.ts'
import { wantsWeb } from '../web/web-tools.ts'
import { failureOf, type Thrown } from './failure.ts'
import type { Job, JobAnswer, JobFailure } from './job.ts'
import { maxCopied, maxDepth, maxMemory, maxStack } from './limits.ts'
import { prelude } from './prelude.ts'
import { readLibrary } from '../library/read-library.ts'
import { refuseModule } from './refuse-module.ts'

type Outcome = { results: string } | { failure: JobFailure }

/** Runs a job in a context of its own, which is gone after it. Never throws; a defect of the engine makes it `spent`. */
export async function runJob(engine: QuickJSWASMModule, job: Job): Promise<JobAnswer> {
  let done: [Outcome, string[]] | null = null
  try {
    const runtime = engine.newRuntime()
    runtime.setMemoryLimit(maxMemory)
    runtime.setMaxStackSize(maxStack)
    const end = Date.now() + job.timeout
    let interrupted = false
    runtime.setInterruptHandler(() => (interrupted ||= Date.now() >= end))
    runtime.setModuleLoader(refuseModule)
    const context = runtime.newContext()
    done = await runIn(context, runtime, job, end)
    // What is interrupted between two reactions of a promise leaves references behind, and an engine that misses some
    // aborts when it is freed: this one is given up as it is.
    if (interrupted) return { ...done[0], logs: done[1], spent: true }
    context.dispose()
    runtime.dispose()
    return { ...done[0], logs: done[1], spent: false }
  } catch (error) {
    const [outcome, logs] = done ?? [{ failure: engineFailure(error) }, []]
    return { ...outcome, logs, spent: true }
  }
}

/** The engine's own code failed: its stack overflowed outside of its limit, or it has no memory left for itself. */
function engineFailure(error: unknown): JobFailure {
  const overflow = error instanceof RangeError
  const message = overflow ? 'stack overflow' : 'out of memory'
  return { kind: overflow ? 'stack' : 'memory', message, name: 'InternalError', line: null }
}

async function runIn(
  context: QuickJSContext,
  runtime: QuickJSRuntime,
  job: Job,
  end: number,
): Promise<[Outcome, string[]]> {
  const made = context.unwrapResult(context.evalCode(prelude, 'cairn'))
  const [start, nextTimer, fireTimer, logs] = [0, 1, 2, 3].map((index) => context.getProp(made, index)) as [
    QuickJSHandle,
    QuickJSHandle,
    QuickJSHandle,
    QuickJSHandle,
  ]
  made.dispose()
  const outcome = await outcomeOf(context, runtime, job, { end, start, nextTimer, fireTimer })
  const lines = readLogs(context, logs)
  for (const handle of [start, nextTimer, fireTimer, logs]) handle.dispose()
  return [outcome, lines]
}

interface Tools {
  end: number
  start: QuickJSHandle
  nextTimer: QuickJSHandle
  fireTimer: QuickJSHandle
}

async function outcomeOf(context: QuickJSContext, runtime: QuickJSRuntime, job: Job, tools: Tools): Promise<Outcome> {
  if (job.library !== null) {
    const loaded = context.evalCode(readLibrary(job.library), 'cairn')
    if (loaded.error !== undefined) return { failure: takeFailure(context, loaded.error) }
    loaded.value.dispose()
  }
  if (wantsWeb(job.code)) {
    const failed = openWeb(context)
    if (failed !== null) return { failure: takeFailure(context, failed) }
  }
  const compiled = compileCode(job.code, context)
  if ('failure' in compiled) return compiled
  const data = context.newString(job.data)
  const started = context.callFunction(tools.start, context.undefined, compiled.main, data)
  data.dispose()
  compiled.main.dispose()
  if (started.error !== undefined) return { failure: takeFailure(context, started.error) }
  const promise = started.value
  const outcome = await settle(context, runtime, promise, tools)
  promise.dispose()
  return outcome
}

/** Runs what the promise waits for until it is settled. */
async function settle(
  context: QuickJSContext,
  runtime: QuickJSRuntime,
  promise: QuickJSHandle,
  tools: Tools,
): Promise<Outcome> {
  for (;;) {
    const jobs = runtime.executePendingJobs()
    if (jobs.error !== undefined) return { failure: takeFailure(context, jobs.error) }
    const state = context.getPromiseState(promise)
    if (state.type === 'rejected') return { failure: takeFailure(context, state.error) }
    if (state.type === 'fulfilled') {
      const outcome = readOutcome(context, state.value)
      state.value.dispose()
      return outcome
    }
    const fired = await waitForTimer(context, tools)
    if (fired !== null) return { failure: fired }
  }
}

/** Waits for the next timer of the code and calls it; a failure when there is none, or none in time. */
async function waitForTimer(context: QuickJSContext, { nextTimer, fireTimer, end }: Tools): Promise<JobFailure | null> {
  const delay = callNumber(context, nextTimer)
  if (typeof delay === 'object') return delay
  const left = end - Date.now()
  // A job that was interrupted settles nothing.
  if (delay < 0) return { kind: left > 0 ? 'unsettled' : 'timeout', message: '', name: '', line: null }
  if (delay > 0) {
    await new Promise((resolve) => {
      setTimeout(resolve, Math.min(delay, Math.max(0, left)))
    })
  }
  if (delay >= left) return { kind: 'timeout', message: '', name: '', line: null }
  const fired = context.callFunction(fireTimer, context.undefined)
  if (fired.error !== undefined) return takeFailure(context, fired.error)
  fired.value.dispose()
  return null
}

function callNumber(context: QuickJSContext, handle: QuickJSHandle): number | JobFailure {
  const result = context.callFunction(handle, context.undefined)
  if (result.error !== undefined) return takeFailure(context, result.error)
  const found = context.getNumber(result.value)
  result.value.dispose()
  return found
}

/** What `start` of the prelude answered. Untrusted: code that changed a prototype decides what is in it. */
function readOutcome(context: QuickJSContext, value: QuickJSHandle): Outcome {
  if (context.typeof(value) !== 'string') return refused('it is not JSON')
  const size = context.getProp(value, 'length').consume((length) => context.getNumber(length))
  if (!(size <= maxCopied)) return refused(`it is longer than ${maxCopied} characters as JSON`)
  const text = context.getString(value)
  if (text.startsWith('{"failure":{')) return { failure: thrownFailure(text) }
  if (!text.startsWith('{"results":[')) return refused('it is not JSON')
  if (depthOf(text) > maxDepth) return refused(`it nests deeper than ${maxDepth} levels`)
  return { results: text.slice('{"results":'.length, -1) }
}

function thrownFailure(text: string): JobFailure {
  const { failure } = JSON.parse(text) as { failure: Thrown & { kind?: unknown } }
  return failureOf(failure, failure.kind === 'result' ? 'result' : 'error')
}

function refused(message: string): Outcome {
  return { failure: { kind: 'result', message, name: '', line: null } }
}

function takeFailure(context: QuickJSContext, error: QuickJSHandle): JobFailure {
  const thrown = context.dump(error) as Thrown | null
  error.dispose()
  return failureOf(typeof thrown === 'object' ? thrown : { message: String(thrown) })
}

function readLogs(context: QuickJSContext, logs: QuickJSHandle): string[] {
  const count = Math.min(
    context.getProp(logs, 'length').consume((length) => context.getNumber(length)),
    100,
  )
  return Array.from({ length: count }, (_, index) =>
    context.getProp(logs, index).consume((line) => context.getString(line).slice(0, 2000)),
  )
}
