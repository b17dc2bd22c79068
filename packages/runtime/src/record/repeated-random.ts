import type { RandomPort } from '@cairn/statements'

/** The same numbers each time, for a draft that wants more of them than its recording has. */
export class RepeatedRandom implements RandomPort {
  #state = 0x9e37_79b9

  /** The generator mulberry32. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => Math.floor(this.#next() * 256))
  }

  integer(min: number, max: number): number {
    return min + Math.floor(this.#next() * (max - min + 1))
  }

  made<T>(make: () => T): T {
    return make()
  }

  uuid(): string {
    const hex = Buffer.from(this.bytes(16)).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
  }
}
