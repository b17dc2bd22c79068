import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'api.lambda',
  label: 'Lambda function',
  category: 'api',
  icon: 'square-function',
  help: 'Runs JavaScript or TypeScript of your own.',
  args: {
    code: required('text', 'Code', 'Its return value is the result.'),
    timeout: optional('number', 'Timeout', 'Seconds it may take.', 10),
  },
  result: 'any',
  needs: [],
  unavailable: 'JavaScript of your own',
}

export const examples: readonly StatementExample[] = []
