import { optional } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { googleAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.google.storage.list_directory',
  label: 'Google: list folder',
  category: 'cloud',
  icon: 'folder',
  help: 'Which files are in a folder of Google Cloud Storage.',
  args: {
    ...googleAccountArgs,
    path: optional('text', 'Path', 'The path of the file or folder.'),
    next_page_token: optional('text', 'Next page', 'What the page before gave.'),
  },
  result: 'object',
  needs: [],
  unavailable: 'a connection to Google Cloud Storage',
}

export const examples: readonly StatementExample[] = []
