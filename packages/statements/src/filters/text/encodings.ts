import { StackError } from '../../values/error.ts'
import { bytesToText, textToBytes } from '../../values/bytes.ts'

/** Encodings by the names people know them by; the value is the decoder's label. */
const labels: Readonly<Record<string, string>> = {
  'UTF-8': 'utf-8',
  ASCII: 'ascii',
  'ISO-8859-1': 'latin1',
  'ISO-8859-2': 'iso-8859-2',
  'ISO-8859-3': 'iso-8859-3',
  'ISO-8859-4': 'iso-8859-4',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-7': 'iso-8859-7',
  'ISO-8859-13': 'iso-8859-13',
  'ISO-8859-15': 'iso-8859-15',
  'ISO-8859-16': 'iso-8859-16',
  'Windows-1250': 'windows-1250',
  'Windows-1251': 'windows-1251',
  'Windows-1252': 'windows-1252',
  'Windows-1253': 'windows-1253',
  'Windows-1254': 'windows-1254',
  'KOI8-R': 'koi8-r',
  'KOI8-U': 'koi8-u',
  'UTF-16': 'utf-16be',
  'UTF-16BE': 'utf-16be',
  'UTF-16LE': 'utf-16le',
}
/** Windows-1252 is not left to the decoder: some releases of Node read it as ISO-8859-1. Its bytes from 80 to 9F. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byLowerName = new Map(Object.keys(labels).map((name) => [name.toLowerCase(), name]))
byLowerName.set('utf8', 'UTF-8').set('latin1', 'ISO-8859-1').set('us-ascii', 'ASCII').set('cp1252', 'Windows-1252')
byLowerName.set('cp1251', 'Windows-1251').set('cp1250', 'Windows-1250').set('utf16', 'UTF-16')

const loneSurrogate = /[\ud800-\udfff]/u
const encoders = new Map<string, ReadonlyMap<string, number>>()

export const encodingNames: readonly string[] = Object.keys(labels)

/** The text that bytes in this encoding spell. */
export function decodeBytes(text: string, encoding: string): string {
  const name = knownEncoding(encoding)
  if (name === 'UTF-8') return text
  const bytes = Buffer.from(textToBytes(text))
  if (name === 'ISO-8859-1') return bytes.toString('latin1')
  if (name === 'ASCII') return bytes.toString('latin1').replaceAll(/[\u0080-\u00ff]/g, '?')
  if (name === 'Windows-1252') return decodeWindows1252(bytes)
  return new TextDecoder(labels[name]).decode(bytes)
}

/** The text as bytes in this encoding, "?" for what it can not spell. */
export function encodeBytes(text: string, encoding: string): string {
  const name = knownEncoding(encoding)
  if (name === 'UTF-8') return text
  if (name.startsWith('UTF-16')) return bytesToText(utf16(text, name !== 'UTF-16LE'))
  const table = encoderOf(name)
  return bytesToText(Uint8Array.from(Array.from(text, (character) => table.get(character) ?? 0x3f)))
}

/** The first of "ASCII" and "UTF-8" that the text can be; false for bytes that are no text. */
export function detectEncoding(text: string): string | false {
  // oxlint-disable-next-line no-control-regex
  if (/^[\0-\x7f]*$/.test(text)) return 'ASCII'
  return loneSurrogate.test(text) ? false : 'UTF-8'
}

function encoderOf(name: string): ReadonlyMap<string, number> {
  const known = encoders.get(name)
  if (known) return known
  const most = name === 'ASCII' ? 0x80 : 0x100
  const table = new Map<string, number>()
  for (let byte = 0; byte < most; byte++) {
    const spelled = decodeBytes(bytesToText(Uint8Array.of(byte)), name)
    if (spelled !== '\ufffd') table.set(spelled, byte)
  }
  encoders.set(name, table)
  return table
}

function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (byte) => windows1252[byte.charCodeAt(0) - 0x80] as string)
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

function knownEncoding(encoding: string): string {
  const name = byLowerName.get(encoding.trim().toLowerCase())
  if (name !== undefined) return name
  throw new StackError('standard', 'unknown_encoding', `"${encoding.slice(0, 40)}" is no known encoding.`, {
    hint: `Known are ${encodingNames.join(', ')}.`,
  })
}
