import { randomUUID } from 'node:crypto'
import { requestNumbers, type RequestBatch, type RequestDetails, type RequestKind } from '@cairn/workspace'
import type { MakeRecording } from './request-log.ts'

const WIDTH = requestNumbers.length
const LARGEST = 2 ** 31 - 1

/**
 * Requests of one workspace on their way to the store: a request writes a few numbers into a list and, as a rule, makes
 * no object at all.
 */
export class Batch implements RequestBatch {
  readonly workspaceId: number
  readonly id = randomUUID()
  /** What the clock says when the process's own (`performance.now()`) says 0; asked once a batch. */
  readonly zero: number
  at = Number.POSITIVE_INFINITY
  errors = 0
  slowest = 0
  length = 0
  readonly kinds: RequestKind[] = []
  readonly paths = new Map<number, string>()
  readonly userIds = new Map<number, string>()
  readonly details: Record<string, RequestDetails> = {}
  /** By position. */
  recordings = new Map<number, MakeRecording>()
  #written = new Int32Array(64 * WIDTH)
  /** When the first one that was added began; the others are written down as so much later. */
  #base = 0
  readonly #indexes = new Map<RequestKind, number>()
  #lastKind: RequestKind | null = null
  #lastIndex = 0

  constructor(workspaceId: number, zero = 0) {
    this.workspaceId = workspaceId
    this.zero = zero
  }

  get numbers(): Int32Array {
    const numbers = this.#written.slice(0, this.length * WIDTH)
    const earlier = this.#base - this.at
    for (let place = 1; place < numbers.length; place += WIDTH) numbers[place]! += earlier
    return numbers
  }

  /** `kind` is the same object for all requests of a kind; `at` is in whole epoch milliseconds. */
  add(
    kind: RequestKind,
    at: number,
    status: number,
    ms: number,
    size: number,
    path: string | null,
    userId: string | null,
  ): void {
    const position = this.length++
    const place = position * WIDTH
    if (position === 0) this.#base = at
    if (place === this.#written.length) this.#grow()
    const written = this.#written
    written[place] = kind === this.#lastKind ? this.#lastIndex : this.#indexOf(kind)
    written[place + 1] = at - this.#base
    written[place + 2] = status
    written[place + 3] = Math.min(Math.round(ms * 1000), LARGEST)
    written[place + 4] = Math.min(size, LARGEST)
    if (path !== null) this.paths.set(position, path)
    if (userId !== null) this.userIds.set(position, userId)
    if (at < this.at) this.at = at
    if (ms > this.slowest) this.slowest = ms
    if (status >= 400) this.errors++
  }

  #grow(): void {
    const larger = new Int32Array(this.#written.length * 2)
    larger.set(this.#written)
    this.#written = larger
  }

  #indexOf(kind: RequestKind): number {
    let index = this.#indexes.get(kind)
    if (index === undefined) {
      index = this.kinds.push(kind) - 1
      this.#indexes.set(kind, index)
    }
    this.#lastKind = kind
    this.#lastIndex = index
    return index
  }

  /** More about the request added last. */
  addDetails(details: RequestDetails, recording: MakeRecording | null): void {
    const position = this.length - 1
    this.details[position] = details
    if (recording !== null) this.recordings.set(position, recording)
  }
}
