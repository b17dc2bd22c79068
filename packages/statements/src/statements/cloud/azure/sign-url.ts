import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { azureAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.azure.storage.sign_url',
  label: 'Azure: sign address',
  category: 'cloud',
  icon: 'link',
  help: 'An address with which anyone can read a file in Azure Blob Storage.',
  args: {
    ...azureAccountArgs,
    path: required('text', 'Path', 'The path of the file or folder.'),
    ttl: optional('int', 'Time to live', 'Seconds the address is good for.'),
  },
  result: 'text',
  needs: [],
  unavailable: 'a connection to Azure Blob Storage',
}

export const examples: readonly StatementExample[] = []
