import { leadingOut } from './archive-error.ts'
import { StackError } from '../values/error.ts'

/**
 * The name of a file in an archive, which may have folders: `data/users.json`. One that would lead out of the folder it
 * is unpacked to is refused (`archive_path`), as are control characters and what Windows reads otherwise.
 */
export function entryName(name: string): string {
  const parts = name.split('/')
  const bad =
    name === '' ||
    name.length > 1000 ||
    /[\\:\p{C}]/u.test(name) ||
    parts.some((part, at) => part === '..' || part === '.' || (part === '' && at < parts.length - 1))
  if (!bad) return name
  throw new StackError('standard', 'archive_path', leadingOut.message, { hint: leadingOut.hint })
}
