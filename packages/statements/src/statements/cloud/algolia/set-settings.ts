import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { algoliaIndexArgs } from './index-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.algolia.set_settings',
  label: 'Algolia: index settings',
  category: 'cloud',
  icon: 'search',
  help: 'Changes the settings of an index of Algolia.',
  args: {
    ...algoliaIndexArgs,
    settings: required('object', 'Settings', 'What changes, by name.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Algolia',
}

export const examples: readonly StatementExample[] = []
