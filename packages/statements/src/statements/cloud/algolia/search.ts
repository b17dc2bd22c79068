import { optional } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { algoliaIndexArgs } from './index-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.algolia.search',
  label: 'Algolia: search',
  category: 'cloud',
  icon: 'search',
  help: 'Searches an index of Algolia.',
  args: {
    ...algoliaIndexArgs,
    query: optional('text', 'Search', 'The words to look for.'),
    filters: optional('text', 'Filters', 'Which records count, as Algolia writes it.'),
    facets: optional('array', 'Facets', 'The attributes to count by.'),
    hitsPerPage: optional('int', 'Page size', 'How many results a page has.'),
    page: optional('int', 'Page', 'Which page, from 0.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Algolia',
}

export const examples: readonly StatementExample[] = []
