import { named, optional } from '../../define/parameters.ts'
import { callObject } from './call-object.ts'
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
}

export const effects = true

export const emit = callObject('middleware')

export const examples: readonly StatementExample[] = []
