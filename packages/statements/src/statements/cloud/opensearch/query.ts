import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { opensearchAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.aws.opensearch.query',
  label: 'Amazon OpenSearch: search',
  category: 'cloud',
  icon: 'search',
  help: 'Searches or counts the documents of an index of Amazon OpenSearch.',
  args: {
    ...opensearchAccountArgs,
    base_url: optional('text', 'Address', 'Where the service is.'),
    index: required('text', 'Index', 'The name of the index.'),
    return_type: optional('text', 'Return', 'search or count.'),
    expression: optional('any', 'Expression', 'What to look for.'),
    size: optional('int', 'Size', 'How many to give.'),
    from: optional('int', 'From', 'How many to leave out first.'),
    included_fields: optional('array', 'Fields', 'Which fields to give.'),
    sort: optional('any', 'Sort', 'In which order.'),
    payload: optional('any', 'Payload', 'The body of the request.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Amazon OpenSearch',
}

export const examples: readonly StatementExample[] = []
