import { named, optional } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'api.call',
  label: 'Run API endpoint',
  category: 'test',
  icon: 'route',
  help: 'Runs an endpoint of this workspace.',
  target: named('name', 'Endpoint', 'The path of the endpoint.'),
  args: {
    verb: optional('text', 'Method', 'The HTTP method of the endpoint.'),
    api_group: optional('text', 'API group', 'The group of the endpoint.'),
    headers: optional('array', 'Headers', 'Each written as "Name: value".'),
    input: optional('object', 'Input', 'What it is given.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'it runs in tests and tools alone',
}

export const examples: readonly StatementExample[] = []
