import { invalidArgument, readValue } from '../define/read-argument.ts'
import type { FilesPort } from '../ports/ports.ts'
import { toText } from '../values/convert.ts'
import { isObject } from '../values/kinds.ts'
import { FileResource, ValueStream, type Value } from '../values/value.ts'
import { textParts } from './text-parts.ts'

/** Bytes or characters that are looked at at a time. */
const part = 64 * 1024

/**
 * The text of a file in hand, of a stored file (the value of a file column), of another stream of texts or of a text,
 * part by part: a stored file is never held whole.
 */
export function readParts(
  args: Readonly<Record<string, Value>>,
  name: string,
  files: FilesPort,
): AsyncIterable<string> {
  const value = readValue(args, name)
  if (value instanceof FileResource) return textParts(slicesOf(value.data))
  if (value instanceof ValueStream) return textsOf(value)
  if (isObject(value) && typeof value['path'] === 'string') return textParts(files.stream(value['path']))
  if (typeof value === 'string') return cut(value)
  throw invalidArgument(name, 'a file, a stream or text', value)
}

async function* slicesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part)
}

async function* cut(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += part) yield text.slice(at, at + part)
}

async function* textsOf(stream: ValueStream): AsyncGenerator<string> {
  for await (const item of stream.items) yield toText(item)
}
