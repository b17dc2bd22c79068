/**
 * Bytes as text. A stack has no type for raw bytes: a hash, a cipher text or a picture is a text there. What is UTF-8 is
 * read as such, and every other byte is one lone surrogate (U+DC80 to U+DCFF), so that no byte is lost either way.
 */
const encoder = new TextEncoder()
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const rawByte = /[\uDC80-\uDCFF]/u

/** The text that stands for these bytes; `textToBytes` gives the same bytes back. */
export function bytesToText(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes)
  } catch {
    return decodeMixed(bytes)
  }
}

/** The bytes a text stands for: UTF-8, and the raw bytes in it as they were. */
export function textToBytes(text: string): Uint8Array<ArrayBuffer> {
  if (!rawByte.test(text)) return encoder.encode(text)
  const bytes = new Uint8Array(Buffer.byteLength(text))
  let length = 0
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80 || isRawByte(text, at)) {
      bytes[length++] = unit & 0xff
      at += 1
    } else {
      const end = endOfPlain(text, at)
      length += encoder.encodeInto(text.slice(at, end), bytes.subarray(length)).written
      at = end
    }
  }
  return bytes.slice(0, length)
}

/** Whether a lone surrogate stands there that stands for a byte; the second half of a pair is part of a character. */
function isRawByte(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0xdc_80 || unit > 0xdc_ff) return false
  const before = at === 0 ? 0 : text.charCodeAt(at - 1)
  return before < 0xd8_00 || before > 0xdb_ff
}

function endOfPlain(text: string, from: number): number {
  let end = from + 1
  while (end < text.length && !isRawByte(text, end)) end += 1
  return end
}

function decodeMixed(bytes: Uint8Array): string {
  // No byte makes more than one unit: a character of four has two.
  const units = new Uint16Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length;) {
    const size = sequenceLength(bytes, at)
    const point = size === 0 ? 0xdc_00 + bytes[at]! : pointOf(bytes, at, size)
    if (point > 0xff_ff) {
      units[length++] = 0xd7_c0 + (point >> 10)
      units[length++] = 0xdc_00 + (point & 0x3_ff)
    } else units[length++] = point
    at += size === 0 ? 1 : size
  }
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le')
}

/** The character that the `size` bytes at `at` spell. */
function pointOf(bytes: Uint8Array, at: number, size: number): number {
  if (size === 1) return bytes[at]!
  let point = bytes[at]! & (0xff >> (size + 1))
  for (let next = at + 1; next < at + size; next += 1) point = (point << 6) | (bytes[next]! & 0x3f)
  return point
}

/** How many bytes the UTF-8 character at `at` has; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return 0
  for (let next = at + 1; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  const second = bytes[at + 1] ?? 0
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0
  return length
}
