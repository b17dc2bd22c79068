import { optional, required } from '../../../define/parameters.ts'
import type { Parameter } from '../../../define/types.ts'

/** How Elasticsearch is reached. */
export const elasticsearchAccountArgs: Readonly<Record<string, Parameter>> = {
  auth_type: required('text', 'Authentication', 'How the key is given.'),
  key_id: required('text', 'Key id', 'Says who asks.'),
  access_key: required('text', 'Access key', 'Proves who asks.'),
  region: optional('text', 'Region', 'Where it is.'),
}
