import type { Value } from '@cairn/statements'
import type { EndEffect, TraceSink, TraceSite } from '../trace/trace-sink.ts'
import type { RunnableObject } from '../types.ts'
import { passedBy } from './coverable.ts'

/** A stack that runs. */
interface Frame {
  ran: Set<string>
  /** By address of a statement with blocks: whether one of them ran since it began. */
  open: Map<string, boolean>
}

/** Where a statement stands. */
interface Place {
  /** `stack.2.then`; null at the top of its stack. */
  block: string | null
  /** The statement whose block that is. */
  owner: string
}

const endEffect: EndEffect = () => undefined

/**
 * Notes which statements and branches of which objects ran, in every round of every loop, and no value: it takes as much
 * room for a long run as for a short one.
 */
export class CoverageSink implements TraceSink {
  readonly holder = null
  /** By object, the addresses of the statements and branches that ran, as `coverableOf` names them. */
  readonly ran = new Map<RunnableObject, Set<string>>()
  readonly #frames: Frame[] = []
  readonly #places = new Map<TraceSite, Place>()

  enterStack(object: RunnableObject): void {
    const ran = this.ran.get(object) ?? new Set<string>()
    this.ran.set(object, ran)
    this.#frames.push({ ran, open: new Map() })
  }

  leaveStack(): void {
    this.#frames.pop()
  }

  enter(site: TraceSite): void {
    const frame = this.#frames.at(-1)
    if (frame === undefined) return
    frame.ran.add(site.address)
    frame.open.set(site.address, false)
    const { block, owner } = this.#placeOf(site)
    if (block !== null) this.#enterBlock(frame, block, owner)
  }

  round(site: TraceSite): void {
    const frame = this.#frames.at(-1)
    if (frame !== undefined && site.loop !== null) this.#enterBlock(frame, site.address, site.loop.address)
  }

  #enterBlock(frame: Frame, block: string, owner: string): void {
    frame.ran.add(block)
    frame.open.set(owner, true)
  }

  back(site: TraceSite): void {
    const frame = this.#frames.at(-1)
    if (frame?.open.get(site.address) === false) frame.ran.add(passedBy(site.address))
  }

  #placeOf(site: TraceSite): Place {
    let place = this.#places.get(site)
    if (place === undefined) {
      const block = site.address.slice(0, site.address.lastIndexOf('.'))
      const owner = block.replace(/\.[^.]+?(?:\.\d+)?$/, '')
      place = { block: owner === block ? null : block, owner }
      this.#places.set(site, place)
    }
    return place
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

  set(): void {}
  leave(): void {}
  error(): void {}
  stoodStill(): void {}
}
