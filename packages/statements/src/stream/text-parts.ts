import { bytesToText } from '../values/bytes.ts'
import { StackError } from '../values/error.ts'

/** The most bytes without a line break. */
const longestLine = 4 * 1024 * 1024
const lineBreak = 0x0a

/** Bytes as text, part by part. Parts end behind a line break, so that no character is cut. Errors: `line_too_long`. */
export async function* textParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(lineBreak) + 1
    if (end > 0) {
      yield bytesToText(Buffer.concat([...held, chunk.subarray(0, end)]))
      held = []
      size = 0
    }
    size += chunk.length - end
    if (size > longestLine) throw lineTooLong()
    if (end < chunk.length) held.push(chunk.subarray(end))
  }
  if (size > 0) yield bytesToText(Buffer.concat(held))
}

/** The lines of a text that comes in parts, without their breaks. Errors: `line_too_long`. */
export async function* linesOf(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const part of parts) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
    if (rest.length > longestLine) throw lineTooLong()
  }
  if (rest !== '') yield rest
}

function lineTooLong(): StackError {
  return new StackError('standard', 'line_too_long', `A line of the stream is longer than ${longestLine} bytes.`, {
    hint: 'A stream is read line by line; read what has no lines as a file.',
  })
}
