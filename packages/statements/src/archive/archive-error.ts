import { StackError } from '../values/error.ts'

/** What an archive may hold: a small one can name gigabytes. */
export const archiveLimits = {
  entries: 10_000,
  /** Bytes of all its files together, unpacked. */
  bytes: 100 * 1024 * 1024,
  /** How many times its own size it may unpack to, beyond `ratioFrom` bytes. */
  ratio: 200,
  ratioFrom: 10 * 1024 * 1024,
}

export function archiveTooLarge(what: string): StackError {
  return new StackError('standard', 'archive_too_large', `The archive ${what}.`, {
    hint: 'Work with smaller archives, one after another.',
  })
}

/** What is said of a name that leads out of the folder it is unpacked to. */
export const leadingOut = {
  message: 'A file of the archive has a name that leads out of it.',
  hint: 'Names are paths below a folder, like data/users.json.',
}

/** What zip.js says, by its messages, in the words of a stack. */
const known: [pattern: RegExp, reason: string, message: string, hint: string][] = [
  [/contains encrypted/i, 'archive_password', 'The archive is protected by a password.', 'Give its password.'],
  [/invalid password/i, 'archive_password', 'The password does not open the archive.', 'Check the password.'],
  [/encryption/i, 'archive_unreadable', 'The archive is protected in a way that is not known here.', 'Use AES.'],
  [
    /compression method/i,
    'archive_unreadable',
    'The archive is packed in a way that is not known here.',
    'Use deflate.',
  ],
  [/unsafe filename/i, 'archive_path', leadingOut.message, leadingOut.hint],
  [/overlapping/i, 'archive_unreadable', 'Files of the archive lie inside each other.', 'Make it anew.'],
]

/** The error of a stack for what went wrong in an archive; never shows what is in it. */
export function archiveError(error: unknown): unknown {
  if (error instanceof StackError || !(error instanceof Error) || error.name === 'AbortError') return error
  const [, reason, message, hint] = known.find(([pattern]) => pattern.test(error.message)) ?? [
    null,
    'archive_unreadable',
    'This is no zip archive, or it is damaged.',
    'Check that the file ends in .zip and is whole.',
  ]
  return new StackError('standard', reason, message, { hint, cause: error })
}
