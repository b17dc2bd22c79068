import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { opensearchAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.aws.opensearch.document',
  label: 'Amazon OpenSearch: document',
  category: 'cloud',
  icon: 'file-search',
  help: 'Reads, writes or deletes one document of an index of Amazon OpenSearch.',
  args: {
    ...opensearchAccountArgs,
    base_url: optional('text', 'Address', 'Where the service is.'),
    index: required('text', 'Index', 'The name of the index.'),
    method: required('text', 'Method', 'The HTTP method.'),
    doc_id: optional('text', 'Document id', 'Which document.'),
    doc: optional('any', 'Document', 'What it holds.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Amazon OpenSearch',
}

export const examples: readonly StatementExample[] = []
