import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'zip.add_to_archive',
  label: 'Add to archive',
  category: 'storage',
  icon: 'package-plus',
  help: 'Adds a file to a zip archive.',
  args: {
    zip: required('any', 'Archive', 'The archive.'),
    file: required('any', 'File', 'The file.'),
    filename: optional('text', 'File name', 'The name of the file.'),
    password: optional('text', 'Password', 'Opens the archive.'),
    password_encryption: optional('text', 'Encryption', 'standard, AES-128 or AES-256.'),
  },
  result: 'file',
  needs: [],
  unavailable: 'zip archives',
}

export const examples: readonly StatementExample[] = []
