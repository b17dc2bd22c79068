import { randomUUID } from 'node:crypto'
import type { RequestBatch, RequestDetails, RequestKind } from '@cairn/workspace'
import type { MakeRecording } from './request-log.ts'

/**
 * Requests of one workspace on their way to the store, column by column: a request adds numbers to lists and, as a rule,
 * makes no object at all.
 */
export class Batch implements RequestBatch {
  readonly workspaceId: number
  readonly id = randomUUID()
  at = Number.POSITIVE_INFINITY
  errors = 0
  slowest = 0
  readonly kinds: RequestKind[] = []
  readonly kind: number[] = []
  readonly began: number[] = []
  readonly status: number[] = []
  readonly ms: number[] = []
  readonly size: number[] = []
  readonly path: (string | null)[] = []
  readonly userId: (string | null)[] = []
  readonly details: Record<string, RequestDetails> = {}
  /** By position. */
  recordings = new Map<number, MakeRecording>()
  readonly #indexes = new Map<RequestKind, number>()

  constructor(workspaceId: number) {
    this.workspaceId = workspaceId
  }

  get length(): number {
    return this.kind.length
  }

  get after(): number[] {
    return this.began.map((at) => at - this.at)
  }

  /** `kind` is the same object for all requests of a kind. */
  add(
    kind: RequestKind,
    at: number,
    status: number,
    ms: number,
    size: number,
    path: string | null,
    userId: string | null,
  ): void {
    let index = this.#indexes.get(kind)
    if (index === undefined) {
      index = this.kinds.push(kind) - 1
      this.#indexes.set(kind, index)
    }
    this.kind.push(index)
    this.began.push(at)
    this.status.push(status)
    // Whole microseconds: shorter to write than all that the clock gives.
    this.ms.push(Math.round(ms * 1000) / 1000)
    this.size.push(size)
    this.path.push(path)
    this.userId.push(userId)
    if (at < this.at) this.at = at
    if (ms > this.slowest) this.slowest = ms
    if (status >= 400) this.errors++
  }

  /** More about the request added last. */
  addDetails(details: RequestDetails, recording: MakeRecording | null): void {
    const position = this.length - 1
    this.details[position] = details
    if (recording !== null) this.recordings.set(position, recording)
  }
}
