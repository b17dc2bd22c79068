import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { azureAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.azure.storage.read_file',
  label: 'Azure: read file',
  category: 'cloud',
  icon: 'cloud-download',
  help: 'Reads a file from Azure Blob Storage.',
  args: {
    ...azureAccountArgs,
    filePath: required('text', 'File path', 'The path of the file.'),
  },
  result: 'file',
  needs: [],
  unavailable: 'a connection to Azure Blob Storage',
}

export const examples: readonly StatementExample[] = []
