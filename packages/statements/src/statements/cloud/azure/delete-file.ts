import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { azureAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.azure.storage.delete_file',
  label: 'Azure: delete file',
  category: 'cloud',
  icon: 'trash-2',
  help: 'Deletes a file from Azure Blob Storage.',
  args: {
    ...azureAccountArgs,
    filePath: required('text', 'File path', 'The path of the file.'),
  },
  needs: [],
  unavailable: 'a connection to Azure Blob Storage',
}

export const examples: readonly StatementExample[] = []
