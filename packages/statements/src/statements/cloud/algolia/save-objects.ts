import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { algoliaIndexArgs } from './index-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.algolia.save_objects',
  label: 'Algolia: save records',
  category: 'cloud',
  icon: 'files',
  help: 'Adds records to an index of Algolia, or replaces them.',
  args: {
    ...algoliaIndexArgs,
    objects: required('array', 'Records', 'What to save, each with its objectID.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Algolia',
}

export const examples: readonly StatementExample[] = []
