import { invalidArgument, readValue } from '../../define/read-argument.ts'
import type { FilesPort } from '../../ports/ports.ts'
import { isObject } from '../../values/kinds.ts'
import { FileResource, type Value } from '../../values/value.ts'

/** A file in hand, or the one that the value of a file column stands for. Errors: `invalid_argument`, those of the port. */
export function readStoredFile(
  args: Readonly<Record<string, Value>>,
  name: string,
  files: FilesPort,
): FileResource | Promise<FileResource> {
  const value = readValue(args, name)
  if (value instanceof FileResource) return value
  if (isObject(value) && typeof value['path'] === 'string') return files.read(value['path'])
  throw invalidArgument(name, 'a file', value)
}
