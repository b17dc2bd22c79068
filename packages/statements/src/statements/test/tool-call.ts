import { named, optional } from '../../define/parameters.ts'
import { callObject } from './call-object.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'tool.call',
  label: 'Run tool',
  category: 'test',
  icon: 'wrench',
  help: 'Runs a tool of this workspace.',
  target: named('name', 'Tool', 'The name of the tool.'),
  args: {
    input: optional('object', 'Input', 'What it is given.'),
  },
  result: 'any',
  needs: [],
}

export const effects = true

export const emit = callObject('tool')

export const examples: readonly StatementExample[] = []
