import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'zip.create_archive',
  label: 'Create archive',
  category: 'storage',
  icon: 'archive',
  help: 'Makes an empty zip archive.',
  args: {
    filename: required('text', 'File name', 'The name of the file.'),
    password: optional('text', 'Password', 'Opens the archive.'),
    password_encryption: optional('text', 'Encryption', 'standard, AES-128 or AES-256.'),
  },
  result: 'file',
  needs: [],
  unavailable: 'zip archives',
}

export const examples: readonly StatementExample[] = []
