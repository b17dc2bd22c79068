import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'await',
  label: 'Wait for functions',
  category: 'function',
  icon: 'hourglass',
  help: 'Waits for functions that were started beside this stack, and gives what they returned.',
  args: {
    ids: required('array', 'Ids', 'What starting the functions gave.'),
    timeout: required('number', 'Timeout', 'Seconds to wait.'),
  },
  result: 'array',
  needs: [],
  unavailable: 'functions that run beside a stack',
}

export const examples: readonly StatementExample[] = []
