import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten-core'
import { compileCode } from './compile-code.ts'
import { depthOf } from './depth-of.ts'
import { openWeb } from '../web/open-web.ts'
import { wantsWeb } from '../web/web-tools.ts'
import { failureOf, type Thrown } from './failure.ts'
import type { Job, JobAnswer, JobFailure } from './job.ts'
import { maxCopied, maxDepth } from './limits.ts'
import { closeContext, openContext, type OpenContext } from './open-context.ts'

type Outcome = { results: string } | { failure: JobFailure }

/** Runs a job in a context of its own, which is gone after it. Never throws; a defect of the engine makes it `spent`. */
export function runJob(engine: QuickJSWASMModule, job: Job): Promise<JobAnswer> {
  return runIn(() => openContext(engine), job, closeContext)
}

/**
 * Runs a job in the context that `open` gives; `close` is called when it can be. Never throws; an engine that is not fit
 * for another job is `spent`.
 */
export async function runIn(
  open: () => OpenContext,
  job: Job,
  close: (opened: OpenContext) => void,
): Promise<JobAnswer> {
  let done: [Outcome, string[]] | null = null
  try {
    const opened = open()
    opened.watch.end = Date.now() + job.timeout
    done = [await outcomeOf(opened, job), readLogs(opened.context, opened.logs)]
    // What is interrupted between two reactions of a promise leaves references behind, and an engine that misses some
    // aborts when it is freed: this one is given up as it is.
    if (opened.watch.interrupted) return { ...done[0], logs: done[1], spent: true }
    close(opened)
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

async function outcomeOf(opened: OpenContext, job: Job): Promise<Outcome> {
  const { context, runtime } = opened
  if (job.library === null && wantsWeb(job.code)) {
    const failed = openWeb(context)
    if (failed !== null) return { failure: takeFailure(context, failed) }
  }
  const compiled = compileCode(job.code, context)
  if ('failure' in compiled) return compiled
  const data = context.newString(job.data)
  const started = context.callFunction(opened.start, context.undefined, compiled.main, data)
  data.dispose()
  compiled.main.dispose()
  if (started.error !== undefined) return { failure: takeFailure(context, started.error) }
  const promise = started.value
  const outcome = await settle(context, runtime, promise, opened)
  promise.dispose()
  return outcome
}

/** Runs what the promise waits for until it is settled. */
async function settle(
  context: QuickJSContext,
  runtime: QuickJSRuntime,
  promise: QuickJSHandle,
  opened: OpenContext,
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
    const fired = await waitForTimer(opened)
    if (fired !== null) return { failure: fired }
  }
}

/** Waits for the next timer of the code and calls it; a failure when there is none, or none in time. */
async function waitForTimer({ context, nextTimer, fireTimer, watch }: OpenContext): Promise<JobFailure | null> {
  const delay = callNumber(context, nextTimer)
  if (typeof delay === 'object') return delay
  const left = watch.end - Date.now()
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
