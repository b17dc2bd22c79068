import { required } from '../../../define/parameters.ts'
import type { Parameter } from '../../../define/types.ts'

/** How Azure Blob Storage is reached. */
export const azureAccountArgs: Readonly<Record<string, Parameter>> = {
  account_name: required('text', 'Account', 'The name of the storage account.'),
  account_key: required('text', 'Account key', 'Proves who asks.'),
  container_name: required('text', 'Container', 'The name of the container.'),
}
