import type { Value } from '@cairn/statements'
import type {
  EndEffect,
  SequencePlace,
  TracePosition,
  TraceSequence,
  TraceSink,
  TraceSite,
} from '../trace/trace-sink.ts'
import type { RunnableObject } from '../types.ts'
import { coverableOf, passedBy } from './coverable.ts'

/** A stack that runs. */
interface Frame {
  ran: Set<string>
  /** The statements that run, each within a block of the one before. */
  open: OpenStatement[]
}

interface OpenStatement {
  address: string
  /** Whether a block of it ran since it began. */
  entered: boolean
}

const endEffect: EndEffect = () => undefined
const nowhere: TracePosition = { end: 0, steps: 0, passed: 0 }

/**
 * Notes which statements and branches of which objects ran, in every round of every loop, and no value: it takes as much
 * room for a long run as for a short one.
 */
export class CoverageSink implements TraceSink {
  readonly holder = null
  /** By object, the addresses of the statements and branches that ran, as `coverableOf` names them. */
  readonly reached: Map<RunnableObject, Set<string>>
  readonly #frames: Frame[] = []
  /** By address of a statement the block that it stands in: `stack.2.then`. */
  readonly #blocks = new Map<string, string>()

  /** `reached`: where another notes what ran; one of its own when left out. */
  constructor(reached = new Map<RunnableObject, Set<string>>()) {
    this.reached = reached
  }

  enterStack(object: RunnableObject): void {
    this.#frames.push({ ran: this.#ranOf(object), open: [] })
  }

  /** All of an object ran, elsewhere than in a stack of the run: an addon, as part of a query. */
  whole(object: RunnableObject): void {
    const ran = this.#ranOf(object)
    for (const address of coverableOf(object).statements) ran.add(address)
  }

  /** The stacks that run at the same time are told apart; what ran of them is noted together. */
  beside(): CoverageSink {
    return new CoverageSink(this.reached)
  }

  #ranOf(object: RunnableObject): Set<string> {
    const ran = this.reached.get(object) ?? new Set<string>()
    this.reached.set(object, ran)
    return ran
  }

  /** A failure outside any statement is that of the response: what ran before has ended. */
  leaveStack(): void {
    const frame = this.#frames.pop()
    if (frame !== undefined) endAllBut(frame, '')
  }

  enter({ address }: TraceSite): void {
    const frame = this.#frames.at(-1)
    if (frame !== undefined) this.#begin(frame, address)
  }

  round({ address }: TraceSite): void {
    const frame = this.#frames.at(-1)
    if (frame === undefined) return
    endAllBut(frame, address)
    enterBlock(frame, address)
  }

  ran({ leaves }: Pick<TraceSequence, 'leaves'>): void {
    const frame = this.#frames.at(-1)
    if (frame !== undefined) for (const { site } of leaves) this.#begin(frame, site.address)
  }

  #begin(frame: Frame, address: string): void {
    endAllBut(frame, address)
    enterBlock(frame, this.#blockOf(address))
    frame.ran.add(address)
    frame.open.push({ address, entered: false })
  }

  #blockOf(address: string): string {
    let block = this.#blocks.get(address)
    if (block === undefined) {
      block = address.slice(0, address.lastIndexOf('.'))
      this.#blocks.set(address, block)
    }
    return block
  }

  /** One that fails takes no way; those before it, and those around it, did. */
  error(address: string): void {
    const frame = this.#frames.at(-1)
    if (frame === undefined) return
    endAllBut(frame, `${address}.`)
    if (frame.open.at(-1)?.address === address) frame.open.pop()
  }

  stopped(place: SequencePlace | undefined): void {
    if (place !== undefined) this.ran({ leaves: place.sequence.leaves.slice(0, place.index + 1) })
  }

  arg<T extends Value | undefined>(_name: string, value: T): T {
    return value
  }

  /** Holds no value, so that the run goes on changing it in place. */
  own(): boolean {
    return false
  }

  effect(): EndEffect {
    return endEffect
  }

  /** What a stack that starts anew ran before, it runs again. */
  position(): TracePosition {
    return nowhere
  }

  rewind(): void {}
  set(): void {}
  back(): void {}
  leave(): void {}
  stoodStill(): void {}
}

/** Ends the statements that have no block around that address; those whose blocks did not run were passed by. */
function endAllBut({ ran, open }: Frame, address: string): void {
  for (let last = open.at(-1); last !== undefined && !address.startsWith(`${last.address}.`); last = open.at(-1)) {
    if (!last.entered) ran.add(passedBy(last.address))
    open.pop()
  }
}

/** The block belongs to the statement that runs; at the top of a stack to none. */
function enterBlock({ ran, open }: Frame, block: string): void {
  const owner = open.at(-1)
  if (owner === undefined) return
  ran.add(block)
  owner.entered = true
}
