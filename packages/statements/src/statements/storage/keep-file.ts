import { choice, optional, required } from '../../define/parameters.ts'
import { readChoice, readFile, readOptionalText } from '../../define/read-argument.ts'
import type { Parameter } from '../../define/types.ts'
import type { FilesPort } from '../../ports/ports.ts'
import { StackError } from '../../values/error.ts'
import { FileResource, type Value } from '../../values/value.ts'
import { fileNameOf } from './file-name.ts'
import { pictureSize } from './picture-size.ts'
import { isOfKind, type MediaKind } from './media-type.ts'

/** The arguments of the statements that keep a file. */
export const keepArgs: Readonly<Record<string, Parameter>> = {
  value: required('file', 'File', 'A file that was uploaded or made by a statement.'),
  access: choice(['public', 'private'], 'Access', 'private: only with a signed address.'),
  filename: optional('text', 'File name', 'The name it is kept under; empty for its own.', ''),
}

/** Keeps a file of a kind and gives what a column of that kind holds. Errors: `invalid_file`. */
export async function keepFile(
  kind: MediaKind,
  args: Readonly<Record<string, Value>>,
  files: FilesPort,
): Promise<Value> {
  const file = readFile(args, 'value')
  const name = fileNameOf(readOptionalText(args, 'filename') ?? file.name)
  if (!isOfKind(kind, { name, mime: file.mime })) {
    throw new StackError('standard', 'invalid_file', 'Invalid file extension.', {
      hint: `"${name}" (${file.mime}) is no ${kind} that can be kept.`,
    })
  }
  const access = readChoice(args, 'access', ['public', 'private'])
  const stored = await files.store(new FileResource(name, file.mime, file.data), access)
  const type = kind === 'attachment' ? '' : kind
  const { path, size, mime } = stored
  const meta = { ...stored.meta, ...(kind === 'image' ? pictureSize(file.data) : {}) }
  return { access: stored.access, path, name: stored.name, type, size, mime, meta }
}
