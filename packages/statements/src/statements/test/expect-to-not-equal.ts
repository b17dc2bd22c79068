import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_not_equal',
  label: 'Expect: differs from another',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value differs from another.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {
    value: required('any', 'Value', 'What it is compared with.'),
  },
  needs: [],
  unavailable: 'it runs in tests alone',
}

export const examples: readonly StatementExample[] = []
