import { webcrypto } from 'node:crypto'
import type { LambdaLibrary } from '@cairn/statements'
import type { QuickJSHandle, QuickJSWASMModule } from 'quickjs-emscripten-core'
import { chance } from '../library/chance.ts'
import { readLibrary } from '../library/read-library.ts'
import type { Job, JobAnswer } from './job.ts'
import { loadEngine } from './load-engine.ts'
import { openContext, type OpenContext } from './open-context.ts'
import { runIn } from './run-job.ts'

/**
 * An engine in whose one context a library stands ready. Loading a library takes longer than most of what is done with it;
 * so the engine's whole memory is kept as it was right behind that, and before each job it is made that again, byte for
 * byte: nothing that a job did is there for the next one. What is kept outside of that memory never changes.
 */
export class WarmEngine {
  private readonly engine: QuickJSWASMModule
  private readonly opened: OpenContext
  private readonly reseed: QuickJSHandle
  private readonly memory: Uint8Array
  /** Settled when no job runs: two at once would share what they hold. */
  private free: Promise<unknown> = Promise.resolve()

  static async open(library: LambdaLibrary): Promise<WarmEngine> {
    return new WarmEngine(await loadEngine(), library)
  }

  private constructor(engine: QuickJSWASMModule, library: LambdaLibrary) {
    this.engine = engine
    this.opened = openContext(engine)
    const { context } = this.opened
    this.reseed = context.unwrapResult(context.evalCode(chance, 'cairn'))
    context.unwrapResult(context.evalCode(readLibrary(library), 'cairn')).dispose()
    this.seed()
    this.memory = withoutZeros(new Uint8Array(engine.getWasmMemory().buffer))
  }

  /** Bytes of the engine's memory. */
  get size(): number {
    return this.engine.getWasmMemory().buffer.byteLength
  }

  /** As `runJob`. */
  run(job: Job): Promise<JobAnswer> {
    const answer = this.free.then(() =>
      runIn(
        () => this.reopen(),
        job,
        () => {},
      ),
    )
    this.free = answer
    return answer
  }

  private reopen(): OpenContext {
    const memory = new Uint8Array(this.engine.getWasmMemory().buffer)
    memory.set(this.memory)
    memory.fill(0, this.memory.length)
    Object.assign(this.opened.watch, { end: Number.POSITIVE_INFINITY, interrupted: false })
    this.seed()
    return this.opened
  }

  /** Without it chance would be the same each time, too. */
  private seed(): void {
    const { context } = this.opened
    const parts = [...webcrypto.getRandomValues(new Int32Array(4))].map((part) => context.newNumber(part))
    context.unwrapResult(context.callFunction(this.reseed, context.undefined, ...parts)).dispose()
    for (const part of parts) part.dispose()
  }
}

/** A copy up to the last byte that is not 0. */
function withoutZeros(memory: Uint8Array): Uint8Array {
  let length = memory.length
  while (length > 0 && memory[length - 1] === 0) length -= 1
  return memory.slice(0, length)
}
