import { fits } from '@cairn/runtime'
import { Refusal } from '../refusal.ts'
import { randomSecret } from '../session-cookie.ts'
import type { RunFacts } from './run-secrets.ts'

/** A run of the debugger that ended. */
export interface FinishedRun {
  /** The text that ran. */
  source: string
  facts: RunFacts
  /** What it failed with; null where it did not. */
  failure: string | null
  workspace: number
  object: number
  user: string
}

/** Runs that are kept in this process, the newest; and how long, in milliseconds. */
const MOST = 20
const LONGEST = 15 * 60_000
/** Characters that one may have. */
const ROOM = 2_000_000

/** The last runs of the debugger, for whoever wants to keep one of theirs as a test. */
export class FinishedRuns {
  readonly #runs = new Map<string, FinishedRun>()

  /** The name it can be found by; null for one that is too large. */
  keep(run: FinishedRun): string | null {
    const { input, steps, result } = run.facts
    if (!fits([input, steps, result], ROOM)) return null
    // The one before it, of the same object, was looked at already.
    for (const [id, known] of this.#runs) {
      if (known.user === run.user && known.object === run.object) this.#runs.delete(id)
    }
    const [oldest] = this.#runs.keys()
    if (this.#runs.size >= MOST && oldest !== undefined) this.#runs.delete(oldest)
    const id = randomSecret()
    this.#runs.set(id, run)
    setTimeout(() => this.#runs.delete(id), LONGEST).unref()
    return id
  }

  /** Somebody else's, or one of another workspace, is unknown. */
  find(id: string, user: string, workspace: number): FinishedRun {
    const found = this.#runs.get(id)
    if (found !== undefined && found.user === user && found.workspace === workspace) return found
    throw new Refusal(404, 'unknown_run', 'This run is not known any more. Run again, then keep it.')
  }
}
