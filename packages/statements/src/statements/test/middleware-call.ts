import { named, optional } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'middleware.call',
  label: 'Run middleware',
  category: 'test',
  icon: 'filter',
  help: 'Runs a middleware of this workspace.',
  target: named('name', 'Middleware', 'The name of the middleware.'),
  args: {
    input: optional('object', 'Input', 'What it is given.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'it runs in tests and tools alone',
}

export const examples: readonly StatementExample[] = []
