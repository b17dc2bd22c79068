/**
 * The values a stack handles. Numbers are JavaScript numbers, timestamps are numbers (epoch milliseconds), there is no
 * `undefined`. Objects are plain; they may hold own keys named like members of Object.prototype, so they are read and
 * written only through `getMember` and `setMember`, never with `object[key]` on a key that came from outside.
 * Arrays and objects are immutable once another holder can see them: a filter or statement that changes one copies it.
 */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value } | FileResource | ValueStream

/** A file that came with a request or was made by a statement. Only our own code makes one (never a JSON body). */
export class FileResource {
  readonly name: string
  readonly mime: string
  readonly data: Uint8Array

  constructor(name: string, mime: string, data: Uint8Array) {
    this.name = name
    this.mime = mime
    this.data = data
  }

  /** Bytes. */
  get size(): number {
    return this.data.byteLength
  }
}

/** Rows or chunks that arrive over time; `foreach` takes them one by one. */
export class ValueStream {
  readonly items: AsyncIterable<Value>

  constructor(items: AsyncIterable<Value>) {
    this.items = items
  }
}
