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
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (point >= 0xdc_80 && point <= 0xdc_ff) bytes.push(point - 0xdc_00)
    else for (const byte of encoder.encode(character)) bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

function decodeMixed(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at)
    parts.push(length === 0 ? escapeByte(bytes[at] ?? 0) : strictDecoder.decode(bytes.subarray(at, at + length)))
    at += length === 0 ? 1 : length
  }
  return parts.join('')
}

function escapeByte(byte: number): string {
  return String.fromCharCode(0xdc_00 + byte)
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
