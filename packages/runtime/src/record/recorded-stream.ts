import { ValueStream, type Value } from '@cairn/statements'

/** A stream of which is known what was read. */
export class RecordedStream extends ValueStream {
  readonly read: Value[]

  constructor(read: Value[]) {
    super(again(read))
    this.read = read
  }
}

async function* again(items: readonly Value[]): AsyncGenerator<Value> {
  yield* items
}
