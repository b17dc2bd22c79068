import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'cloud.algolia.request',
  label: 'Algolia: request',
  category: 'cloud',
  icon: 'search',
  help: 'Sends any request to Algolia.',
  args: {
    application_id: required('text', 'Application id', 'Which application.'),
    api_key: required('text', 'API key', 'Proves who asks.'),
    url: required('text', 'Address', 'Where to send it.'),
    method: required('text', 'Method', 'The HTTP method.'),
    payload: optional('any', 'Payload', 'The body of the request.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'a connection to Algolia',
}

export const examples: readonly StatementExample[] = []
