import { optional } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { azureAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.azure.storage.list_directory',
  label: 'Azure: list folder',
  category: 'cloud',
  icon: 'folder',
  help: 'Which files are in a folder of Azure Blob Storage.',
  args: {
    ...azureAccountArgs,
    path: optional('text', 'Path', 'The path of the file or folder.'),
    next_page_token: optional('text', 'Next page', 'What the page before gave.'),
  },
  result: 'object',
  needs: [],
  unavailable: 'a connection to Azure Blob Storage',
}

export const examples: readonly StatementExample[] = []
