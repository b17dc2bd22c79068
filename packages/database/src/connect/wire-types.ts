import type { WireType } from './statement.ts'

/** Milliseconds from 1970 to PostgreSQL's epoch, 2000-01-01. */
const epoch2000 = 946_684_800_000

function int64At(bytes: Buffer, at: number): number {
  return bytes.readInt32BE(at) * 4_294_967_296 + bytes.readUInt32BE(at + 4)
}

function textAt(bytes: Buffer, start: number, length: number): string {
  return bytes.toString('utf8', start, start + length)
}

/** JavaScript number, whole. */
export const int8: WireType = {
  oid: 20,
  binary: true,
  write: (out, value: number) => out.sizedInt64(value),
  read: int64At,
}

export const int4: WireType = {
  oid: 23,
  binary: true,
  write(out, value: number) {
    out.int32(4)
    out.int32(value)
  },
  read: (bytes, at) => bytes.readInt32BE(at),
}

export const float8: WireType = {
  oid: 701,
  binary: true,
  write: (out, value: number) => out.sizedDouble(value),
  read: (bytes, at) => bytes.readDoubleBE(at),
}

export const bool: WireType = {
  oid: 16,
  binary: true,
  write(out, value: boolean) {
    out.int32(1)
    out.byte(value ? 1 : 0)
  },
  read: (bytes, at) => bytes[at] === 1,
}

export const text: WireType = {
  oid: 25,
  binary: true,
  write: (out, value: string) => out.sizedText(value),
  read: textAt,
}

/** Epoch milliseconds. */
export const timestamptz: WireType = {
  oid: 1184,
  binary: true,
  write(out, value: number) {
    out.sizedInt64((value - epoch2000) * 1000)
  },
  read: (bytes, at) => Math.floor(int64At(bytes, at) / 1000) + epoch2000,
}

/** `2024-01-31` */
export const date: WireType = { oid: 1082, binary: false, write: text.write, read: textAt }

/** Lower-case, with dashes. */
export const uuid: WireType = { oid: 2950, binary: false, write: text.write, read: textAt }

export const jsonb: WireType = {
  oid: 3802,
  binary: false,
  write: (out, value: unknown) => out.sizedText(JSON.stringify(value)),
  read: (bytes, start, length) => JSON.parse(textAt(bytes, start, length)) as unknown,
}
