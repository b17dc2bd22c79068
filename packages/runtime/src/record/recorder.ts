import { ValueStream, type Value } from '@cairn/statements'
import { RecordedStream } from './recorded-stream.ts'
import { CallBudget, Lane, type Outcome, type RecordedCall, type RecordedParts } from './recording.ts'

const waiting: Outcome = { kind: 'waiting' }

/** Notes the calls of one lane. */
export class Recorder {
  readonly lane = new Lane()
  readonly budget: CallBudget

  constructor(budget = new CallBudget()) {
    this.budget = budget
  }

  /** A recorder for what runs beside. */
  beside(): Recorder {
    const recorder = new Recorder(this.budget)
    this.lane.beside.push(recorder.lane)
    return recorder
  }

  /** An answer that is there at once, or waited for. */
  now<T>(call: string, args: readonly unknown[], ask: () => T): T {
    const answer = this.#tried(call, args, ask)
    if (answer instanceof Promise) return this.wait(call, args, answer) as T
    this.#note(call, args, { kind: 'value', value: answer })
    return answer
  }

  /** Something that is done at once or fails; what it gives is no part of the recording. */
  attempt<T>(call: string, args: readonly unknown[], work: () => T): T {
    const done = this.#tried(call, args, work)
    this.#note(call, args, { kind: 'value', value: null })
    return done
  }

  #tried<T>(call: string, args: readonly unknown[], work: () => T): T {
    try {
      return work()
    } catch (error) {
      this.#note(call, args, { kind: 'error', error })
      throw error
    }
  }

  /** An answer that is waited for; a stream is noted as it is read. */
  wait<T>(call: string, args: readonly unknown[], answer: Promise<T>): Promise<T> {
    const noted = this.#note(call, args, waiting)
    return answer.then(
      (value) => {
        if (value instanceof ValueStream) return this.#stream(noted, value) as T
        noted.outcome = { kind: 'value', value }
        return value
      },
      (error: unknown) => {
        noted.outcome = { kind: 'error', error }
        throw error
      },
    )
  }

  /** As `wait`, of something whose answer is the run's own. */
  waitForEnd<T>(call: string, args: readonly unknown[], answer: Promise<T>): Promise<T> {
    const noted = this.#note(call, args, waiting)
    return answer.then(
      (value) => {
        noted.outcome = { kind: 'value', value: null }
        return value
      },
      (error: unknown) => {
        noted.outcome = { kind: 'error', error }
        throw error
      },
    )
  }

  /** Bytes that come part by part; noted as they are read. */
  parts(call: string, args: readonly unknown[], source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    const read: RecordedParts = { parts: [], failure: null }
    this.#note(call, args, { kind: 'value', value: read })
    return this.#readParts(source, read)
  }

  /** An answer whose body comes part by part. */
  waitForParts<T extends { body: AsyncIterable<Uint8Array> }>(
    call: string,
    args: readonly unknown[],
    answer: Promise<T>,
  ): Promise<T> {
    const noted = this.#note(call, args, waiting)
    return answer.then(
      (head) => {
        const read: RecordedParts = { parts: [], failure: null }
        noted.outcome = { kind: 'value', value: { ...head, body: read } }
        return { ...head, body: this.#readParts(head.body, read) }
      },
      (error: unknown) => {
        noted.outcome = { kind: 'error', error }
        throw error
      },
    )
  }

  async *#readParts(source: AsyncIterable<Uint8Array>, read: RecordedParts): AsyncGenerator<Uint8Array> {
    try {
      for await (const part of source) {
        if (this.budget.takeBytes(part.byteLength)) read.parts.push(part)
        else read.parts.length = 0
        yield part
      }
    } catch (error) {
      read.failure = error
      throw error
    }
  }

  #note(call: string, args: readonly unknown[], outcome: Outcome): RecordedCall {
    const noted = { call, args, outcome }
    if (this.budget.take()) this.lane.calls.push(noted)
    else this.lane.calls.length = 0
    return noted
  }

  /** What was read of it is what it will be again. */
  #stream(noted: RecordedCall, stream: ValueStream): ValueStream {
    const items: Value[] = []
    noted.outcome = { kind: 'value', value: new RecordedStream(items) }
    return new ValueStream(this.#tee(stream, items))
  }

  async *#tee(stream: ValueStream, items: Value[]): AsyncGenerator<Value> {
    for await (const item of stream.items) {
      if (this.budget.take()) items.push(item)
      yield item
    }
  }
}
