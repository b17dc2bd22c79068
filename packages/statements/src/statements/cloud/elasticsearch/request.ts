import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { elasticsearchAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.elasticsearch.request',
  label: 'Elasticsearch: request',
  category: 'cloud',
  icon: 'globe',
  help: 'Sends any request to Elasticsearch.',
  args: {
    ...elasticsearchAccountArgs,
    url: required('text', 'Address', 'Where to send it.'),
    method: required('text', 'Method', 'The HTTP method.'),
    query: optional('any', 'Query', 'The body of the request.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Elasticsearch',
}

export const examples: readonly StatementExample[] = []
