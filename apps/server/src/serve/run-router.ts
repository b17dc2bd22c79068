import { createHash } from 'node:crypto'
import type { DebugAnswer, DebugCall } from '../editor/index.ts'
import { Questions } from './questions.ts'

/** The answer in the place of a process that ended, and its runs with it. */
export const runsUnreachable: DebugAnswer = {
  refusal: { status: 404, code: 'unknown_run', message: 'The process that runs this has ended. Run again.' },
}

/** A worker that takes calls of the debugger. */
export interface RunPlace {
  answered(id: number, answer: DebugAnswer): void
  /** It has ended. */
  end(): void
}

/**
 * Has all runs of a person that can stand still in one of so many workers: whichever gets the next request finds them
 * there, and how many one person may have is counted in one place.
 */
export class RunRouter {
  readonly #places: (Questions<DebugCall, DebugAnswer> | null)[]

  constructor(workers: number) {
    this.#places = Array.from({ length: workers }, () => null)
  }

  /** From now on the worker in that place, from 0, answers what is sent to it. */
  open(place: number, send: (id: number, call: DebugCall) => void): RunPlace {
    const calls = new Questions<DebugCall, DebugAnswer>(send)
    this.#places[place] = calls
    return {
      answered: (id, answer) => calls.answered(id, answer),
      end: () => {
        if (this.#places[place] === calls) this.#places[place] = null
        calls.end(runsUnreachable)
      },
    }
  }

  async answer(call: DebugCall): Promise<DebugAnswer> {
    const place = createHash('sha256').update(call.user).digest().readUInt32BE(0) % this.#places.length
    return this.#places[place]?.ask(call) ?? runsUnreachable
  }
}
