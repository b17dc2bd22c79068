/**
 * Bytes as text. Bytes that are UTF-8 are the text they spell. Any others become one character a byte: below 0x80 as they
 * are, from 0x80 on marked as U+DC80…U+DCFF. No text holds those lone halves, so "é" and the byte E9 stay two things and
 * every byte survives the way back.
 */

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const markedByte = /[\udc80-\udcff]/u
const markedBytes = /([\udc80-\udcff]+)/u

/** The text that stands for these bytes; `bytesOfText` gives them back. */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replaceAll(/[\u0080-\u00ff]+/g, markBytes)
  }
}

/** The bytes of a text: UTF-8, and each marked character as the byte it stands for. */
export function bytesOfText(text: string): Buffer {
  if (!markedByte.test(text)) return Buffer.from(text, 'utf8')
  const parts = text.split(markedBytes)
  return Buffer.concat(parts.map((part, index) => Buffer.from(part, index % 2 === 1 ? 'latin1' : 'utf8')))
}

function markBytes(run: string): string {
  let marked = ''
  for (let index = 0; index < run.length; index++) marked += String.fromCharCode(0xdc00 + run.charCodeAt(index))
  return marked
}
