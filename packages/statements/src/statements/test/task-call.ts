import { named } from '../../define/parameters.ts'
import { callObject } from './call-object.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'task.call',
  label: 'Run task',
  category: 'test',
  icon: 'calendar-clock',
  help: 'Runs a task of this workspace.',
  target: named('name', 'Task', 'The name of the task.'),
  args: {},
  result: 'any',
  needs: [],
}

export const effects = true

export const emit = callObject('task')

export const examples: readonly StatementExample[] = []
