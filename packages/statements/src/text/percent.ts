/** Percent-encoding over the bytes of a text. */
import { bytesToText, textToBytes } from '../values/bytes.ts'

/** The text with every byte but letters, digits, `-`, `.`, `_` and `~` as %XX (RFC 3986). */
export function percentEncode(text: string): string {
  return encodeRuns(text, /[^A-Za-z0-9\-._~]+/g)
}

/** As forms encode: a space is `+`, and `~` is encoded too. */
export function formEncode(text: string): string {
  return encodeRuns(text, /[^A-Za-z0-9\-._ ]+/g).replaceAll(' ', '+')
}

/** The text with %XX turned into what its bytes spell; a % that starts no such pair stays. */
export function percentDecode(text: string): string {
  return text.replaceAll(/(?:%[0-9a-fA-F]{2})+/g, (run) => bytesToText(Buffer.from(run.replaceAll('%', ''), 'hex')))
}

/** As `percentDecode`, and `+` is a space. */
export function formDecode(text: string): string {
  return percentDecode(text.replaceAll('+', ' '))
}

function encodeRuns(text: string, unsafe: RegExp): string {
  return text.replaceAll(unsafe, (run) =>
    Buffer.from(textToBytes(run)).toString('hex').toUpperCase().replaceAll(/../g, '%$&'),
  )
}
