import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { algoliaIndexArgs } from './index-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.algolia.save_object',
  label: 'Algolia: save record',
  category: 'cloud',
  icon: 'file-plus',
  help: 'Adds a record to an index of Algolia, or replaces it.',
  args: {
    ...algoliaIndexArgs,
    object: required('object', 'Record', 'What to save, with its objectID.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Algolia',
}

export const examples: readonly StatementExample[] = []
