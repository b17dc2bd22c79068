import { named, optional } from '../../define/parameters.ts'
import { callObject } from './call-object.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'trigger.call',
  label: 'Run trigger',
  category: 'test',
  icon: 'zap',
  help: 'Runs a trigger of this workspace.',
  target: named('name', 'Trigger', 'The name of the trigger.'),
  args: {
    input: optional('object', 'Input', 'What it is given.'),
  },
  result: 'any',
  needs: [],
}

export const effects = true

export const emit = callObject('table_trigger')

export const examples: readonly StatementExample[] = []
