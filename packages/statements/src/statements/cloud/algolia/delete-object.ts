import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { algoliaIndexArgs } from './index-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.algolia.delete_object',
  label: 'Algolia: delete record',
  category: 'cloud',
  icon: 'file-x',
  help: 'Deletes a record of an index of Algolia.',
  args: {
    ...algoliaIndexArgs,
    objectID: required('text', 'Record id', 'Which record.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Algolia',
}

export const examples: readonly StatementExample[] = []
