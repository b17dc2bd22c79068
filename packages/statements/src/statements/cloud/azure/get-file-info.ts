import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { azureAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.azure.storage.get_file_info',
  label: 'Azure: file details',
  category: 'cloud',
  icon: 'info',
  help: 'Size, type and dates of a file in Azure Blob Storage.',
  args: {
    ...azureAccountArgs,
    filePath: required('text', 'File path', 'The path of the file.'),
  },
  result: 'object',
  needs: [],
  unavailable: 'a connection to Azure Blob Storage',
}

export const examples: readonly StatementExample[] = []
