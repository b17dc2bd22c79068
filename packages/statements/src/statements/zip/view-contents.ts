import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'zip.view_contents',
  label: 'View archive',
  category: 'storage',
  icon: 'package-search',
  help: 'What is in a zip archive.',
  args: {
    zip: required('any', 'Archive', 'The archive.'),
    password: optional('text', 'Password', 'Opens the archive.'),
  },
  result: 'array',
  needs: [],
  unavailable: 'zip archives',
}

export const examples: readonly StatementExample[] = []
