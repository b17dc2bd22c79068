import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { elasticsearchAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.elasticsearch.document',
  label: 'Elasticsearch: document',
  category: 'cloud',
  icon: 'file-search',
  help: 'Reads, writes or deletes one document of an index of Elasticsearch.',
  args: {
    ...elasticsearchAccountArgs,
    base_url: optional('text', 'Address', 'Where the service is.'),
    index: required('text', 'Index', 'The name of the index.'),
    method: required('text', 'Method', 'The HTTP method.'),
    doc_id: optional('text', 'Document id', 'Which document.'),
    doc: optional('any', 'Document', 'What it holds.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Elasticsearch',
}

export const examples: readonly StatementExample[] = []
