import { StackError } from '../values/error.ts'
import type { FileResource } from '../values/value.ts'

/** What opens an archive, and how its files are locked. */
export interface Protection {
  password: string
  encryption: Encryption
}

const encryptions = ['standard', 'AES-128', 'AES-192', 'AES-256'] as const
export type Encryption = (typeof encryptions)[number]

/** What an archive was made with: adding to it without a password must not leave a file open to all. */
const made = new WeakMap<FileResource, Protection>()

export function protect(archive: FileResource, protection: Protection | null): FileResource {
  if (protection !== null) made.set(archive, protection)
  return archive
}

/** The protection that was asked for; else what the archive was made with; null for none. */
export function protectionOf(
  archive: FileResource | null,
  password: string | null,
  encryption: string | null,
): Protection | null {
  const before = archive === null ? null : (made.get(archive) ?? null)
  if (password === null) return before
  return { password, encryption: encryption === null ? (before?.encryption ?? 'standard') : readEncryption(encryption) }
}

function readEncryption(text: string): Encryption {
  const found = encryptions.find((name) => name.toLowerCase() === text.toLowerCase())
  if (found !== undefined) return found
  throw new StackError(
    'standard',
    'invalid_argument',
    `"${text.slice(0, 40)}" is not a possible password_encryption.`,
    {
      hint: `Use one of: ${encryptions.join(', ')}.`,
    },
  )
}
