import { named, optional } from '../../define/parameters.ts'
import { callObject } from './call-object.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'addon.call',
  label: 'Run addon',
  category: 'test',
  icon: 'puzzle',
  help: 'Runs an addon of this workspace.',
  target: named('name', 'Addon', 'The name of the addon.'),
  args: {
    input: optional('object', 'Input', 'What it is given.'),
  },
  result: 'any',
  needs: [],
}

export const effects = true

export const emit = callObject('addon')

export const examples: readonly StatementExample[] = []
