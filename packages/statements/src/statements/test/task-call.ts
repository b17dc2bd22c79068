import { named } from '../../define/parameters.ts'
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
  unavailable: 'it runs in tests and tools alone',
}

export const examples: readonly StatementExample[] = []
