import type { LambdaLibrary } from '@cairn/statements'
import type { QuickJSWASMModule } from 'quickjs-emscripten-core'
import type { Job, JobAnswer } from './job.ts'
import { loadEngine } from './load-engine.ts'
import { runJob } from './run-job.ts'
import { WarmEngine } from './warm-engine.ts'

/** Bytes of an engine's memory, which never shrinks, above which it takes no other job. */
const mostKept = 96 * 1024 * 1024

/** The engines of one thread: one for code, one for each library, loaded with the first job that needs it. */
export class Engines {
  private plain: Promise<QuickJSWASMModule> | null = null
  private readonly warm = new Map<LambdaLibrary, Promise<WarmEngine>>()

  /** Loads what runs code, so that the first lambda waits for nothing. */
  async open(): Promise<void> {
    await this.plainEngine()
  }

  /** Runs jobs one at a time. Never throws; an answer that is `spent` asks for new engines. */
  async run(job: Job): Promise<JobAnswer> {
    if (job.library !== null) {
      const engine = await this.warmEngine(job.library)
      return keepOrSpend(await engine.run(job), engine.size)
    }
    const engine = await this.plainEngine()
    return keepOrSpend(await runJob(engine, job), engine.getWasmMemory().buffer.byteLength)
  }

  private plainEngine(): Promise<QuickJSWASMModule> {
    return (this.plain ??= loadEngine())
  }

  private warmEngine(library: LambdaLibrary): Promise<WarmEngine> {
    const known = this.warm.get(library)
    if (known !== undefined) return known
    const opened = WarmEngine.open(library)
    this.warm.set(library, opened)
    return opened
  }
}

function keepOrSpend(answer: JobAnswer, size: number): JobAnswer {
  return { ...answer, spent: answer.spent || size > mostKept }
}
