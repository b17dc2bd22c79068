/** Bytes of messages to the server, gathered in one growing buffer and sent in one go. */
export class Writer {
  #buffer = Buffer.allocUnsafe(16_384)
  length = 0

  /** Room for `size` more bytes; returns the buffer to write into at `length`. */
  reserve(size: number): Buffer {
    const needed = this.length + size
    if (needed > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2))
      this.#buffer.copy(larger, 0, 0, this.length)
      this.#buffer = larger
    }
    return this.#buffer
  }

  /** Starts a message; `end` with the returned offset fills its length in. */
  begin(type: number): number {
    const buffer = this.reserve(5)
    buffer[this.length] = type
    this.length += 5
    return this.length - 4
  }

  end(start: number): void {
    this.#buffer.writeInt32BE(this.length - start, start)
  }

  /** Fills in a size that stands before its bytes and does not count itself. */
  patchSize(start: number): void {
    this.#buffer.writeInt32BE(this.length - start - 4, start)
  }

  int16(value: number): void {
    this.reserve(2)
    this.#buffer[this.length++] = value >> 8
    this.#buffer[this.length++] = value
  }

  int32(value: number): void {
    this.reserve(4).writeInt32BE(value, this.length)
    this.length += 4
  }

  uint32(value: number): void {
    this.reserve(4).writeUInt32BE(value, this.length)
    this.length += 4
  }

  /** An integer of up to 53 bits as 64, preceded by its size: an int8 parameter. */
  sizedInt64(value: number): void {
    this.int32(8)
    this.int64(value)
  }

  int64(value: number): void {
    const high = Math.floor(value / 4_294_967_296)
    this.int32(high)
    this.uint32(value - high * 4_294_967_296)
  }

  sizedDouble(value: number): void {
    this.int32(8)
    this.reserve(8).writeDoubleBE(value, this.length)
    this.length += 8
  }

  byte(value: number): void {
    this.reserve(1)[this.length++] = value
  }

  /** Zero-terminated text. The protocol has no way to hold a zero byte in it. */
  cString(text: string): void {
    const most = text.length * 3 + 1
    const buffer = this.reserve(most)
    this.length += buffer.write(text, this.length, 'utf8')
    buffer[this.length++] = 0
  }

  /** Text preceded by its size in bytes. */
  sizedText(text: string): void {
    const buffer = this.reserve(4 + text.length * 3)
    const size = buffer.write(text, this.length + 4, 'utf8')
    buffer.writeInt32BE(size, this.length)
    this.length += 4 + size
  }

  sizedBytes(bytes: Uint8Array): void {
    this.int32(bytes.length)
    this.reserve(bytes.length).set(bytes, this.length)
    this.length += bytes.length
  }

  /** The gathered bytes; the writer is empty again and the bytes stay valid. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.length)
    this.#buffer = this.length > 4096 ? Buffer.allocUnsafe(16_384) : this.#buffer.subarray(this.length)
    if (this.#buffer.length < 4096) this.#buffer = Buffer.allocUnsafe(16_384)
    this.length = 0
    return taken
  }
}
