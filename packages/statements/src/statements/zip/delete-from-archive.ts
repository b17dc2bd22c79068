import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'zip.delete_from_archive',
  label: 'Delete from archive',
  category: 'storage',
  icon: 'package-minus',
  help: 'Takes a file out of a zip archive.',
  args: {
    zip: required('any', 'Archive', 'The archive.'),
    filename: required('text', 'File name', 'The name of the file.'),
    password: optional('text', 'Password', 'Opens the archive.'),
  },
  result: 'file',
  needs: [],
  unavailable: 'zip archives',
}

export const examples: readonly StatementExample[] = []
