import { textToBytes } from '../../../values/bytes.ts'
import { FileResource } from '../../../values/value.ts'
import type { Field } from './fields.ts'

/** A multipart form. `boundary` must not occur in the fields: make it of random bytes. */
export function multipartBody(fields: readonly Field[], boundary: string): Uint8Array {
  const parts = fields.flatMap(([name, value]) => [`--${boundary}\r\n`, ...partOf(name, value), '\r\n'])
  const chunks = [...parts, `--${boundary}--\r\n`].map((part) => (typeof part === 'string' ? textToBytes(part) : part))
  return Buffer.concat(chunks)
}

function partOf(name: string, value: Field[1]): (string | Uint8Array)[] {
  const disposition = `Content-Disposition: form-data; name="${quoted(name)}"`
  if (!(value instanceof FileResource)) return [`${disposition}\r\n\r\n`, value]
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(value.mime) ? value.mime : 'application/octet-stream'
  return [`${disposition}; filename="${quoted(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`, value.data]
}

/** Escapes as browsers do: a name cannot end its header. */
function quoted(text: string): string {
  return text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')
}
