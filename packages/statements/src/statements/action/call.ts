import { named, optional } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'action.call',
  label: 'Call action',
  category: 'function',
  icon: 'blocks',
  help: 'Runs an installed action.',
  target: named('name', 'Action', 'The name of the action.'),
  args: {
    input: optional('object', 'Input', 'What it is given.'),
    package: optional('text', 'Package', 'Where the action comes from.'),
    registry: optional('object', 'Settings', 'Settings of the action.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'installable actions',
}

export const examples: readonly StatementExample[] = []
