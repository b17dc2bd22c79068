import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { elasticsearchAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.elasticsearch.bulk',
  label: 'Elasticsearch: bulk',
  category: 'cloud',
  icon: 'files',
  help: 'Writes and deletes many documents of an index of Elasticsearch at once.',
  args: {
    ...elasticsearchAccountArgs,
    base_url: required('text', 'Address', 'Where the service is.'),
    index: required('text', 'Index', 'The name of the index.'),
    operations: required('array', 'Operations', 'What to do, in order.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Elasticsearch',
}

export const examples: readonly StatementExample[] = []
