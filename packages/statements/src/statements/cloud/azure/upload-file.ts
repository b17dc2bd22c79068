import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { azureAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.azure.storage.upload_file',
  label: 'Azure: upload file',
  category: 'cloud',
  icon: 'cloud-upload',
  help: 'Puts a file into Azure Blob Storage.',
  args: {
    ...azureAccountArgs,
    filePath: required('text', 'File path', 'The path of the file.'),
    file: required('any', 'File', 'The file.'),
    metadata: optional('object', 'Metadata', 'More that is kept with the file.'),
  },
  result: 'object',
  needs: [],
  unavailable: 'a connection to Azure Blob Storage',
}

export const examples: readonly StatementExample[] = []
