import { optional, required } from '../../define/parameters.ts'
import { readOptionalText } from '../../define/read-argument.ts'
import type { Parameter } from '../../define/types.ts'
import { protectionOf, type Protection } from '../../archive/protection.ts'
import type { FileResource, Value } from '../../values/value.ts'

export const archiveArg: Parameter = required('any', 'Archive', 'A zip file, or the value of a file column.')
export const passwordArg: Parameter = optional('text', 'Password', 'Opens the archive; empty for none.')
export const encryptionArg: Parameter = optional('text', 'Encryption', 'standard, AES-128, AES-192 or AES-256.')

/** Protection as the arguments ask for it; else that of the archive itself. */
export function readProtection(args: Readonly<Record<string, Value>>, archive: FileResource | null): Protection | null {
  return protectionOf(archive, readOptionalText(args, 'password'), readOptionalText(args, 'password_encryption'))
}
