import { required } from '../../../define/parameters.ts'
import type { Parameter } from '../../../define/types.ts'

/** How an index of Algolia is reached. */
export const algoliaIndexArgs: Readonly<Record<string, Parameter>> = {
  app_id: required('text', 'Application id', 'Which application.'),
  api_key: required('text', 'API key', 'Proves who asks.'),
  index: required('text', 'Index', 'The name of the index.'),
}
