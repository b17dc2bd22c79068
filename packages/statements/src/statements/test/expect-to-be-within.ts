import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_within',
  label: 'Expect: lies between two others',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value lies between two others.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {
    min: required('any', 'Smallest', 'The value must be above it.'),
    max: required('any', 'Largest', 'The value must be below it.'),
  },
  needs: [],
  unavailable: 'it runs in tests alone',
}

export const examples: readonly StatementExample[] = []
