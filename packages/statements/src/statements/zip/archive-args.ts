import { optional, required } from '../../define/parameters.ts'
import { readOptionalText } from '../../define/read-argument.ts'
import type { Parameter } from '../../define/types.ts'
import type { FilesPort } from '../../ports/ports.ts'
import { readStoredFile } from '../storage/read-stored-file.ts'
import { protectionOf, type Protection } from '../../archive/protection.ts'
import type { FileResource, Value } from '../../values/value.ts'

const archiveHelp = 'A zip file, or the value of a file column.'

/** The archive, by either of its names. */
export const archiveArgs: Readonly<Record<'zip' | 'archive', Parameter>> = {
  zip: { ...required('any', 'Archive', archiveHelp), instead: 'archive' },
  archive: { ...optional('any', 'Archive', archiveHelp), older: true },
}
export const passwordArg: Parameter = optional('text', 'Password', 'Opens the archive; empty for none.')
export const encryptionArg: Parameter = optional('text', 'Encryption', 'standard, AES-128, AES-192 or AES-256.')

/** The archive that the arguments name. Errors: `invalid_argument`, those of the port. */
export function readArchive(
  args: Readonly<Record<string, Value>>,
  files: FilesPort,
): FileResource | Promise<FileResource> {
  return readStoredFile(args, (args['archive'] ?? null) === null ? 'zip' : 'archive', files)
}

/** Protection as the arguments ask for it; else that of the archive itself. */
export function readProtection(args: Readonly<Record<string, Value>>, archive: FileResource | null): Protection | null {
  return protectionOf(archive, readOptionalText(args, 'password'), readOptionalText(args, 'password_encryption'))
}
