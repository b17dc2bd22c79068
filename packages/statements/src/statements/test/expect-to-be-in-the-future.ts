import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_in_the_future',
  label: 'Expect: is in the future',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is in the future.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {},
  needs: [],
  unavailable: 'it runs in tests alone',
}

export const examples: readonly StatementExample[] = []
