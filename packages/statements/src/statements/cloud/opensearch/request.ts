import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { opensearchAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.aws.opensearch.request',
  label: 'Amazon OpenSearch: request',
  category: 'cloud',
  icon: 'globe',
  help: 'Sends any request to Amazon OpenSearch.',
  args: {
    ...opensearchAccountArgs,
    url: required('text', 'Address', 'Where to send it.'),
    method: required('text', 'Method', 'The HTTP method.'),
    query: optional('any', 'Query', 'The body of the request.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Amazon OpenSearch',
}

export const examples: readonly StatementExample[] = []
